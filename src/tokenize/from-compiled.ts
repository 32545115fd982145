import { BpeEncoding } from './bpe-encoding.js';
import type { Encoding } from './types.js';
import { readVocabulary } from './vocabulary/read-vocabulary.js';

/**
 * An encoding from a compact vocabulary: the bytes that the files of this package hold.
 *
 * @param bytes - The whole file; it may be dropped afterwards.
 */
export function fromCompiled(bytes: Uint8Array): Encoding {
  return BpeEncoding.of(readVocabulary(bytes));
}
