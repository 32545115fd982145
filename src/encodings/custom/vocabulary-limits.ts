import { PromptCostError } from '../../errors/index.js';

/** Four times what the largest published vocabularies have. */
export const MOST_TOKENS = 1_000_000;

/** Ids above this name no token of any model; sums of them stay whole numbers. */
export const HIGHEST_ID: number = 2 ** 24 - 1;

/** In bytes, or in characters where a file has those. Eight times the longest token of a published vocabulary: 128 spaces. */
export const LONGEST_TOKEN = 1_024;

/**
 * Finding a token's pair takes time that grows with the square of its length. Llama 4, with 200,000 tokens, has 13 million of these
 * squares; twenty times that is still a matter of seconds.
 */
const MOST_WORK = 300_000_000;

/** Refuses tokens so long, or so many, that compiling them would take minutes. */
export function assertCompilable(tokens: readonly string[]): void {
  let work = 0;
  for (const token of tokens) {
    if (token.length > LONGEST_TOKEN) {
      throw new PromptCostError(
        'unsupported-encoding',
        `The vocabulary has a token of ${token.length} bytes. This engine takes up to ${LONGEST_TOKEN}.`,
      );
    }
    work += token.length ** 2;
  }
  if (tokens.length > MOST_TOKENS || work > MOST_WORK) {
    throw new PromptCostError(
      'unsupported-encoding',
      `The vocabulary is too large: ${tokens.length} tokens. This engine takes up to ${MOST_TOKENS} of usual lengths.`,
    );
  }
}
