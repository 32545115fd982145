import type { ByteSource } from './byte-source.js';
import { big } from './numbers.js';
import { type Size, sizeOf } from './size.js';

/** Segments before the frame: colour profiles of megabytes come in pieces of 64 kB, so 2,000 are far more than any. */
const MOST_SEGMENTS = 2000;

/**
 * The size in the first frame header of a JPEG: baseline, progressive, lossless or arithmetic.
 *
 * @param source - Its bytes.
 *
 * @returns `undefined` when no frame header comes before the picture or the end.
 */
export function jpegSize(source: ByteSource): Size | undefined {
  let offset = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment++) {
    if (source.at(offset) !== 0xff) return undefined;
    while (source.at(offset + 1) === 0xff) offset++;
    const marker = source.at(offset + 1);
    if (isFrame(marker)) return sizeOf(big(source, offset + 7, 2), big(source, offset + 5, 2));
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE || marker < 0) return undefined;
    const length = standsAlone(marker) ? 0 : big(source, offset + 2, 2);
    if (Number.isNaN(length)) return undefined;
    offset += 2 + length;
  }
  return undefined;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

// SOF0 to SOF15, but for the tables DHT, JPG and DAC that stand among them.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}
