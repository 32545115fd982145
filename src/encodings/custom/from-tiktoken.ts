import { PromptCostError, shown } from '../../errors/index.js';
import { assertBytes, compilePattern, fromCompiled, type StreamingEncoding } from '../../tokenize/index.js';
import { compact } from '../compile/compact.js';
import type { Vocabulary } from '../compile/vocabulary.js';
import { writeBytes } from '../compile/write-bytes.js';
import { checkedSpecials } from './checked-specials.js';
import type { Compiled } from './compiled.js';
import { readRanks } from './read-ranks.js';

/**
 * An encoding from a rank file of tiktoken (`.tiktoken`; some vendors write `.model`), exact as tiktoken itself.
 *
 * A rank file does not say how text is cut into pieces: that is the pattern, which the vendor's code holds. One that this engine cannot
 * follow exactly is refused, as is a rank file with a line that makes no sense; the message names the construct, or the line. Models that
 * normalize text first (Qwen: to NFC) count a text as this encoding counts its normal form.
 *
 * @param ranks - The file, or its text.
 * @param pattern - The pre-tokenizer's regular expression, as the vendor writes it.
 * @param specials - Control tokens: text → id. They count as ordinary text unless `specialTokens: 'special'` is asked for.
 *
 * @example
 * ```ts
 * const encoding = fromTiktoken(readFileSync('r50k_base.tiktoken'), pattern, { '<|endoftext|>': 50256 });
 * encoding.count('Why is the sky blue?'); // 6
 * ```
 */
export function fromTiktoken(
  ranks: string | Uint8Array,
  pattern: string,
  specials: Readonly<Record<string, number>> = {},
): StreamingEncoding {
  return fromCompiled(compileTiktoken(ranks, pattern, specials, 'custom').bytes);
}

/** The compact vocabulary of a rank file. */
export function compileTiktoken(
  ranks: string | Uint8Array,
  pattern: string,
  specials: Readonly<Record<string, number>>,
  name: string,
): Compiled {
  if (typeof ranks !== 'string') assertBytes(ranks, 'The rank file');
  if (typeof pattern !== 'string') {
    throw new PromptCostError('invalid-input', `The pattern is ${shown(pattern)}. Pass a string.`);
  }
  const machine = compilePattern(pattern);
  const { tokens, ids } = readRanks(ranks);
  const vocabulary: Vocabulary = {
    tokens,
    ids,
    specials: checkedSpecials(specials, ids),
    normalizer: null,
    merges: undefined,
  };
  const description = { name, pattern, wholePieces: true, machine };
  return { vocabulary, machine, bytes: writeBytes(description, vocabulary, compact(vocabulary)) };
}
