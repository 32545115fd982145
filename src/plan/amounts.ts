import {
  add,
  compare,
  multiply,
  type Rational,
  rational,
  subtract,
  toDecimal,
  ZERO,
} from '../money/index.js';

/** The exact sum of some decimal strings. */
export function sumOf(amounts: readonly string[]): string {
  return toDecimal(amounts.map((amount) => rational(amount)).reduce(add, ZERO));
}

/** `a − b`, exactly; below zero with a sign. */
export function difference(a: string, b: string): string {
  return toDecimal(subtract(rational(a), rational(b)));
}

/** `amount × count`, exactly. */
export function times(amount: string, count: number): string {
  return toDecimal(multiply(rational(amount), rational(count)));
}

/** Whether `a` is the smaller amount. */
export function isLess(a: string, b: string): boolean {
  return compare(rational(a), rational(b)) < 0;
}

/** How much smaller `now` is than `before`, as a part of `before`, for people: 0.25 is a quarter. 0 where there was nothing to save. */
export function partSaved(before: string, now: string): number {
  const [was, is]: [Rational, Rational] = [rational(before), rational(now)];
  return was.n === 0n
    ? 0
    : Math.round((1 - Number(toDecimal(is)) / Number(toDecimal(was))) * 10_000) / 10_000;
}
