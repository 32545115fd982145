import type { Vocabulary } from './origin.js';

interface RanksModule {
  readonly bpe_ranks: string;
  readonly special_tokens: Readonly<Record<string, number>>;
}

/**
 * The vocabulary in a rank file of js-tiktoken.
 *
 * Its ranks are lines `! <first rank> <token> <token> …`, the tokens in base64, counted on from the first rank.
 *
 * @param source - The CommonJS module: `module.exports = {…}`, the braces holding JSON.
 */
export function readOpenAiRanks(source: string): Vocabulary {
  const { bpe_ranks, special_tokens } = JSON.parse(
    source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1),
  ) as RanksModule;
  const tokens: string[] = [];
  const ids: number[] = [];
  for (const line of bpe_ranks.split('\n').filter(Boolean)) {
    const [, first, ...encoded] = line.split(' ');
    for (const [index, token] of encoded.entries()) {
      tokens.push(Buffer.from(token, 'base64').toString('latin1'));
      ids.push(Number(first) + index);
    }
  }
  if (ids.some((id, rank) => rank > 0 && id <= ids[rank - 1]!)) throw new Error('The ranks do not rise.');
  return { tokens, ids, specials: special_tokens, normalizer: null, merges: undefined };
}
