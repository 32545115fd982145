import { reading } from '../errors/index.js';
import { BpeEncoding } from './bpe-encoding.js';
import { assertBytes } from './checks.js';
import type { Engine } from './engine.js';
import { EngineInTime } from './engine-in-time.js';
import { portableEngine } from './portable-encoding.js';
import type { StreamingEncoding } from './types.js';
import { openVocabulary, type PackedVocabulary, unpackVocabulary } from './vocabulary/read-vocabulary.js';

/**
 * An encoding from a compact vocabulary: the bytes that the files of this package hold, or that `promptcost compile` wrote.
 *
 * It counts in WebAssembly where the runtime allows that. Until that is loaded, some turns of the event loop later, and elsewhere it
 * counts in plain TypeScript, with the same result: a first count at once makes the tables for that, in some 100 ms.
 *
 * Bytes that are no sound vocabulary are a `PromptCostError` with code `unsupported-encoding`.
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
  return readable(() => opened(bytes));
}

function opened(bytes: Uint8Array): StreamingEncoding {
  const packed = openVocabulary(bytes);
  const slow = (): Engine => readable(() => portableEngine(unpackVocabulary(packed)));
  const engine = packed.characters ? slow() : new EngineInTime(kernelOf(packed), slow);
  return new BpeEncoding(packed, engine);
}

async function kernelOf(packed: PackedVocabulary): Promise<Engine | undefined> {
  const { openKernel } = await import('./kernel/open-kernel.js');
  return openKernel(packed);
}

function readable<T>(open: () => T): T {
  return reading('The vocabulary', open, 'Install it again');
}
