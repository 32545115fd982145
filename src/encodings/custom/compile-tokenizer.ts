import { PromptCostError } from '../../errors/index.js';
import { controlNote } from './added-tokens.js';
import { compileByteLevel } from './compile-byte-level.js';
import { compileSentencePiece } from './compile-sentencepiece.js';
import { stepsOf } from './cutting-pattern.js';
import { NotOurs } from './refused-file.js';
import type { BpeModel, Part, TokenizerJson } from './tokenizer-json.js';

/** What became of a `tokenizer.json`: the compact vocabulary, or why there is none; for people to read. */
export type Compiled =
  | { readonly bytes: Uint8Array; readonly note: string }
  | { readonly bytes?: undefined; readonly why: string };

/** The compact vocabulary of a checked `tokenizer.json`, if our engine gives the same tokens. */
export function compileTokenizer(file: TokenizerJson, name: string): Compiled {
  try {
    const model = assertPlain(file.model);
    const bpe = { ...file, model };
    const isByteLevel = stepsOf(file.pre_tokenizer, 'pretokenizers').some(({ type }) => type === 'ByteLevel');
    if (isByteLevel) {
      const note = `Byte-level BPE whose merges, pattern and normalizer this package's own engine follows exactly.`;
      return { bytes: compileByteLevel(bpe, name), note: note + controlNote(file.added_tokens) };
    }
    if (model['byte_fallback'] !== true)
      throw new NotOurs('its BPE is neither byte-level nor falls back to bytes');
    const note = `SentencePiece BPE with byte fallback whose merges this package's own engine follows exactly.`;
    return { bytes: compileSentencePiece(bpe, name), note };
  } catch (error) {
    if (error instanceof NotOurs) return { why: error.message };
    if (error instanceof PromptCostError && error.code === 'unsupported-encoding') {
      return { why: error.message.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase()) };
    }
    throw error;
  }
}

function assertPlain(model: Part): BpeModel {
  if (model['type'] !== 'BPE') throw new NotOurs(`its model is ${String(model['type'])}, not BPE`);
  if (model['continuing_subword_prefix'] || model['end_of_word_suffix'])
    throw new NotOurs('its tokens have a prefix or suffix for their place in a word');
  return model as BpeModel;
}
