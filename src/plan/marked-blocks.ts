import type { CacheRule } from '../models/index.js';
import { LIFETIMES } from './lifetimes.js';
import type { PromptBlock } from './prompt-blocks.js';

/**
 * How many blocks of a request a cache that keeps only what is marked may give back, the most first.
 *
 * An entry ends where the request before had a mark, and it is looked for from each mark of this one, so many blocks back.
 *
 * @param sent - Blocks of the request before.
 * @param next - Blocks of this one.
 * @param alike - With how many equal blocks the two begin.
 * @param rule - Of the cache.
 * @param secondsSince - From one request to the other: what is older than its lifetime is gone.
 */
export function markedBlocks(
  sent: readonly PromptBlock[],
  next: readonly PromptBlock[],
  alike: number,
  { lookback = Infinity }: CacheRule,
  secondsSince: number,
): number[] {
  const looked = next.flatMap(({ cached }, i) => (cached ? [i] : []));
  const found = sent.slice(0, alike).flatMap(({ cached }, i) => {
    const isKept = cached !== undefined && secondsSince <= LIFETIMES[cached];
    return isKept && looked.some((from) => from >= i && from - i < lookback) ? [i + 1] : [];
  });
  return found.reverse();
}
