import type { ByteSource } from './byte-source.js';
import { little, says } from './numbers.js';

const MOST_CHUNKS = 1000;

/**
 * The length of a WAV: the bytes of its sound over the bytes a second. A chunk that claims more than there is (a stream does)
 * reaches to the end.
 *
 * @param source - Its bytes.
 *
 * @returns Seconds, or `undefined` when a chunk is missing.
 */
export function wavSeconds(source: ByteSource): number | undefined {
  let perSecond = 0;
  let offset = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const length = little(source, offset + 4, 4);
    if (Number.isNaN(length)) return undefined;
    if (says(source, offset, 'fmt ')) perSecond = little(source, offset + 16, 4);
    if (says(source, offset, 'data'))
      return perSecond > 0 ? Math.min(length, source.length - offset - 8) / perSecond : undefined;
    offset += 8 + length + (length % 2);
  }
  return undefined;
}
