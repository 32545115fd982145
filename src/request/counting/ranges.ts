import type { Span } from '../../models/index.js';
import type { TokenRange } from '../types.js';

export const NO_TOKENS: TokenRange = { low: 0, likely: 0, high: 0 };

/** A span of framing data as a range. */
export function rangeOf(span: Span): TokenRange {
  if (typeof span === 'number') return { low: span, likely: span, high: span };
  const [low, likely, high] = span;
  return { low, likely, high };
}

/** So many tokens, certainly. */
export function exactly(tokens: number): TokenRange {
  return { low: tokens, likely: tokens, high: tokens };
}

/** A range without what would be less than nothing: framing may take back what a text was given too much. */
export function atLeastNone({ low, likely, high }: TokenRange): TokenRange {
  return { low: Math.max(0, low), likely: Math.max(0, likely), high: Math.max(0, high) };
}

/** The sum of some ranges: the lows, the likely numbers and the highs each by themselves. */
export function sumOf(ranges: readonly TokenRange[]): TokenRange {
  let [low, likely, high] = [0, 0, 0];
  for (const range of ranges) {
    low += range.low;
    likely += range.likely;
    high += range.high;
  }
  return { low, likely, high };
}

export function isExact({ low, high }: TokenRange): boolean {
  return low === high;
}
