import { reading } from '../errors/index.js';
import { BpeEncoding } from './bpe-encoding.js';
import { assertBytes } from './checks.js';
import { openKernel } from './kernel/open-kernel.js';
import { portableEncoding } from './portable-encoding.js';
import type { StreamingEncoding } from './types.js';
import { openVocabulary, unpackVocabulary } from './vocabulary/read-vocabulary.js';

/**
 * An encoding from a compact vocabulary: the bytes that the files of this package hold, or that `promptcost compile` wrote.
 *
 * It counts in WebAssembly where the runtime allows that, and in plain TypeScript elsewhere, with the same result.
 *
 * @param bytes - The whole file; it may be dropped afterwards.
 *
 * @example
 * ```ts
 * // promptcost compile tokenizer.json -o my.pc
 * const encoding = fromCompiled(readFileSync('my.pc'));
 * encoding.count('hello world'); // 2
 * ```
 */
export function fromCompiled(bytes: Uint8Array): StreamingEncoding {
  assertBytes(bytes, 'The vocabulary');
  return reading('The vocabulary', () => opened(bytes), 'Its file is damaged: compile it again');
}

function opened(bytes: Uint8Array): StreamingEncoding {
  const packed = openVocabulary(bytes);
  const kernel = openKernel(packed);
  return kernel ? new BpeEncoding(packed, kernel) : portableEncoding(unpackVocabulary(packed));
}
