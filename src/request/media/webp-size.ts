import type { ByteSource } from './byte-source.js';
import { little, says } from './numbers.js';
import { type Size, sizeOf } from './size.js';

/**
 * The size of a WebP: lossy (`VP8 `), lossless (`VP8L`), or with extensions (`VP8X`), whose canvas counts.
 *
 * @param source - Its bytes.
 *
 * @returns `undefined` for a chunk of another kind.
 */
export function webpSize(source: ByteSource): Size | undefined {
  if (says(source, 12, 'VP8X')) return sizeOf(little(source, 24, 3) + 1, little(source, 27, 3) + 1);
  if (says(source, 12, 'VP8L') && source.at(20) === 0x2f) {
    const bits = little(source, 21, 4);
    return Number.isNaN(bits) ? undefined : sizeOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (says(source, 12, 'VP8 ') && says(source, 23, '\x9d\x01\x2a'))
    return sizeOf(little(source, 26, 2) & 0x3fff, little(source, 28, 2) & 0x3fff);
  return undefined;
}
