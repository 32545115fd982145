import type { ByteSource } from './byte-source.js';
import { little, says } from './numbers.js';

/** A page is no longer than 65,307 bytes, so the last one begins within so many of the end. */
const TAIL = 65_536;
/** Opus counts in 48 kHz whatever it was recorded at. */
const OPUS_RATE = 48_000;

/**
 * The length of an Ogg with Opus or Vorbis: the position of its last page over the samples a second.
 *
 * @param source - Its bytes.
 *
 * @returns Seconds, or `undefined` for another codec or when the last page is cut off.
 */
export function oggSeconds(source: ByteSource): number | undefined {
  const first = 27 + source.at(26);
  const opus = says(source, first, 'OpusHead');
  const rate = opus
    ? OPUS_RATE
    : says(source, first, '\x01vorbis')
      ? little(source, first + 12, 4)
      : Number.NaN;
  const skipped = opus ? little(source, first + 10, 2) : 0;
  for (let offset = source.length - 27; offset >= Math.max(0, source.length - TAIL); offset--) {
    if (source.at(offset) !== 0x4f || !says(source, offset, 'OggS')) continue;
    const samples = little(source, offset + 6, 4) + little(source, offset + 10, 4) * 2 ** 32;
    return rate > 0 ? Math.max(0, samples - skipped) / rate : undefined;
  }
  return undefined;
}
