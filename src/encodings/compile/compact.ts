import { PromptCostError } from '../../errors/index.js';
import { assertTogether } from './assert-together.js';
import { mergedPieces } from './merged-pieces.js';
import { pairKey, placesOf } from './pair-keys.js';
import { numbersOf } from './runs.js';
import { symbolsOf } from './symbols-of.js';
import type { Vocabulary } from './vocabulary.js';

/** What the engine's table has room for; the largest published vocabulary has half as many. */
const MOST_TOKENS = 2 ** 19 - 1;

/** A vocabulary with the pair that each token is made of. */
export interface Compact {
  /** In rank order: the ranks of the two tokens that this one is the join of, or `undefined` for a literal. */
  readonly pairs: readonly (readonly [left: number, right: number] | undefined)[];
  /** Ranks of the tokens of several bytes that merging with lower ranks does not make. */
  readonly unreachable: readonly number[];
}

/**
 * The pair of each token, found by merging its own bytes with lower ranks only: what that leaves is either two tokens, its pair, or
 * more; then the token is a literal, which merging makes never or only from tokens of higher rank (Llama 3 has 588 and 90 of them).
 *
 * One pair is enough, whatever a merge list says. When two neighbours join to a token, no merge has crossed the ends of their bytes,
 * or they would not be neighbours; so inside happened exactly what happens to these bytes alone, and the neighbours are the pair found
 * here. Merging by joined bytes, lowest rank first, therefore equals merging by the origin's list as soon as that list holds every
 * pair found here, and names all pairs of one token before those of the next; both are checked.
 */
export function compact({ tokens, merges, characters }: Vocabulary): Compact {
  if (tokens.length > MOST_TOKENS)
    throw unsupported(`The vocabulary has ${tokens.length} tokens. This engine takes up to ${MOST_TOKENS}.`);
  const ranks = new Map(tokens.map((token, rank) => [token, rank]));
  if (ranks.size !== tokens.length) throw unsupported('Two tokens have the same bytes.');
  // Where merging begins with characters, who made the vocabulary has seen to it: runs of spaces may scatter there.
  if (merges && !characters) assertTogether(merges);
  const listed = merges && placesOf(merges);
  const blocks = new Set(numbersOf(characters?.blocks ?? []));
  const unreachable: number[] = [];
  const pairs = tokens.map((token, rank): [number, number] | undefined => {
    if (token.length === 1 || blocks.has(rank)) return undefined;
    const symbols = characters && symbolsOf(token, ranks);
    if (symbols?.length === 1) return undefined;
    const [left, right, ...rest] = mergedPieces(token, ranks, rank, symbols) as [string, string, ...string[]];
    if (rest.length > 0) {
      unreachable.push(rank);
      if (listed) assertListed(token, rank, ranks, listed);
      return undefined;
    }
    if (listed && !listed.has(pairKey(left, right))) {
      throw unsupported(`The token of rank ${rank} ends with a pair that the merge list lacks.`);
    }
    return [ranks.get(left)!, ranks.get(right)!];
  });
  return { pairs, unreachable };
}

/** A token that merging of its own bytes does not make may still be made of tokens of higher rank: of any two that join to it. */
function assertListed(
  token: string,
  rank: number,
  ranks: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, number>,
): void {
  for (let middle = 1; middle < token.length; middle++) {
    const [left, right] = [token.slice(0, middle), token.slice(middle)];
    if (ranks.has(left) && ranks.has(right) && !listed.has(pairKey(left, right))) {
      throw unsupported(`Two tokens join to the token of rank ${rank}, and the merge list lacks them.`);
    }
  }
}

function unsupported(message: string): PromptCostError {
  return new PromptCostError('unsupported-encoding', message);
}
