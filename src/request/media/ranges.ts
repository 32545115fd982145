import type { TokenRange } from '../types.js';

/** Tokens with the reason in a few words, e.g. `"85 + 170 for each of 4 tiles"`. */
export interface Reasoned {
  readonly tokens: TokenRange;
  readonly how: string;
}

/** A range without width. */
export function exactly(tokens: number): TokenRange {
  return { low: tokens, likely: tokens, high: tokens };
}

/** The first range, widened to hold the others. */
export function covering(range: TokenRange, ...others: readonly TokenRange[]): TokenRange {
  return {
    low: Math.min(range.low, ...others.map(({ low }) => low)),
    likely: range.likely,
    high: Math.max(range.high, ...others.map(({ high }) => high)),
  };
}

/** So many times each end, in whole tokens. */
export function times(range: TokenRange, amount: TokenRange): TokenRange {
  return {
    low: Math.ceil(range.low * amount.low),
    likely: Math.ceil(range.likely * amount.likely),
    high: Math.ceil(range.high * amount.high),
  };
}

/** The ends of two things that come together. */
export function sum(a: TokenRange, b: TokenRange): TokenRange {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}

/** Whether a range has no width. */
export function isExact({ low, likely, high }: TokenRange): boolean {
  return low === likely && likely === high;
}
