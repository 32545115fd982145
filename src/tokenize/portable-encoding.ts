import { reading } from '../errors/index.js';
import { BpeEncoding } from './bpe-encoding.js';
import { CharacterEngine } from './character-engine.js';
import { assertBytes } from './checks.js';
import type { Engine } from './engine.js';
import { PortableEngine } from './portable-engine.js';
import type { StreamingEncoding } from './types.js';
import { readVocabulary } from './vocabulary/read-vocabulary.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/**
 * An encoding from a compact vocabulary: the bytes that the files of this package hold, or that `promptcost compile` wrote.
 *
 * It counts in plain TypeScript, so that a bundle stays small; `fromCompiled` of `promptcost` itself counts in WebAssembly, two to
 * four times as fast, with the same result.
 *
 * Bytes that are no sound vocabulary are a `PromptCostError` with code `unsupported-encoding`.
 *
 * @param bytes - The whole file; it may be dropped afterwards.
 *
 * @example
 * ```ts
 * import { fromCompiled } from 'promptcost/tokenize';
 *
 * // promptcost compile tokenizer.json -o my.pc
 * const encoding = fromCompiled(readFileSync('my.pc'));
 * encoding.count('hello world'); // 2
 * ```
 */
export function portableFromCompiled(bytes: Uint8Array): StreamingEncoding {
  assertBytes(bytes, 'The vocabulary');
  return reading('The vocabulary', () => portableEncoding(readVocabulary(bytes)), 'Install it again');
}

/** An encoding that counts in plain TypeScript, over any unpacked vocabulary. */
export function portableEncoding(vocabulary: Vocabulary): BpeEncoding {
  return new BpeEncoding(vocabulary, portableEngine(vocabulary));
}

/** The engine in plain TypeScript over an unpacked vocabulary. */
export function portableEngine(vocabulary: Vocabulary): Engine {
  const { characters } = vocabulary;
  return characters ? new CharacterEngine(vocabulary, characters) : new PortableEngine(vocabulary);
}
