import type { ByteSource } from './byte-source.js';
import { big } from './numbers.js';

/**
 * The length of a FLAC: the samples in its first block over the samples a second.
 *
 * @param source - Its bytes.
 *
 * @returns Seconds, or `undefined` when the block is cut off or the samples are not stated.
 */
export function flacSeconds(source: ByteSource): number | undefined {
  const rate = Math.floor(big(source, 18, 3) / 16);
  const samples = (source.at(21) & 15) * 2 ** 32 + big(source, 22, 4);
  return rate > 0 && samples > 0 ? samples / rate : undefined;
}
