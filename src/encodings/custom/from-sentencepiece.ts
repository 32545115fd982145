import { assertBytes, fromCompiled, type StreamingEncoding } from '../../tokenize/index.js';
import { compact } from '../compile/compact.js';
import { writeBytes } from '../compile/write-bytes.js';
import type { Compiled } from './compiled.js';
import { readModel } from './read-model.js';
import { sentencePieceVocabulary } from './sentencepiece-vocabulary.js';
import { assertCompilable } from './vocabulary-limits.js';

/**
 * An encoding from a SentencePiece model (`tokenizer.model`, a protobuf file): byte-pair models with byte fallback, exact as
 * SentencePiece itself.
 *
 * Unigram models, normalizers that rewrite text, and whatever else would not count exactly, is refused, and the message names it;
 * such a model's `tokenizer.json` may do with `fromTokenizerJson`. Control tokens of the model count as ordinary text unless
 * `specialTokens: 'special'` is asked for; nothing like `<s>` is added to a text.
 *
 * @param model - The file.
 *
 * @example
 * ```ts
 * const encoding = fromSentencePiece(readFileSync('mistral_instruct_tokenizer_240323.model.v3'));
 * encoding.count('Why is the sky blue?'); // 6
 * ```
 */
export function fromSentencePiece(model: Uint8Array): StreamingEncoding {
  return fromCompiled(compileSentencePiece(model, 'custom').bytes);
}

/** The compact vocabulary of a SentencePiece model. */
export function compileSentencePiece(model: Uint8Array, name: string): Compiled {
  assertBytes(model, 'The model');
  const machine = new Uint8Array(0);
  const vocabulary = sentencePieceVocabulary(readModel(model));
  assertCompilable(vocabulary.tokens);
  const description = { name, pattern: '', wholePieces: false, machine };
  return { vocabulary, machine, bytes: writeBytes(description, vocabulary, compact(vocabulary)) };
}
