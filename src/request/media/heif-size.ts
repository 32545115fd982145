import type { ByteSource } from './byte-source.js';
import { big, says } from './numbers.js';
import { type Size, sizeOf } from './size.js';

/** The properties of a HEIC or AVIF stand near its start. */
const NEAR = 65_536;

/**
 * The size of a HEIC or AVIF: the largest of its `ispe` boxes, which belongs to the whole picture; the others to its tiles, its
 * preview or its mask.
 *
 * @param source - Its bytes.
 */
export function heifSize(source: ByteSource): Size | undefined {
  let largest: Size | undefined;
  for (let offset = 4; offset < Math.min(NEAR, source.length); offset++) {
    if (source.at(offset) !== 0x69 || !says(source, offset, 'ispe')) continue;
    const found = sizeOf(big(source, offset + 8, 4), big(source, offset + 12, 4));
    if (found && (!largest || found.width * found.height > largest.width * largest.height)) largest = found;
  }
  return largest;
}
