import type { Meter } from '../meters/index.js';
import type { Rational } from '../money/index.js';
import type { Comparison, When } from './types.js';

/** Rates of the tokens beyond a bound, where only those are billed at another rate. */
export interface Bracket {
  /** Which tokens are counted up to the bound: those that go in, or those that come out. */
  readonly side: 'prompt' | 'output';
  /** So many tokens are billed at the rates below; the next one is the first of the bracket. */
  readonly after: number;
  readonly rates: ReadonlyMap<Meter, Rational>;
}

/**
 * Where the bracket of a marginal rule begins.
 *
 * @param when - Its conditions: one lower bound, on `promptTokens` or on `outputTokens`.
 *
 * @returns The side and the bound: `{ gt: 100 }` and `{ gte: 101 }` both begin after 100 tokens.
 */
export function bracketOf(when: When): Omit<Bracket, 'rates'> {
  const side = when.promptTokens ? 'prompt' : 'output';
  return { side, after: lastBelow(when.promptTokens ?? when.outputTokens ?? {}) };
}

function lastBelow({ gt, gte }: Comparison): number {
  return gt ?? (gte === undefined ? 0 : Math.max(0, gte - 1));
}
