import { type Rational, ratio } from './rational.js';

/**
 * The exact sum.
 *
 * @param a - One amount.
 * @param b - The other.
 *
 * @returns `a + b`.
 */
export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

/**
 * The exact difference.
 *
 * @param a - The amount to take from.
 * @param b - The amount taken.
 *
 * @returns `a − b`, which may be below zero.
 */
export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

/**
 * The exact product.
 *
 * @param a - One factor.
 * @param b - The other.
 *
 * @returns `a × b`.
 */
export function multiply(a: Rational, b: Rational): Rational {
  return ratio(a.n * b.n, a.d * b.d);
}

/**
 * Which of two amounts is larger.
 *
 * @param a - One amount.
 * @param b - The other.
 *
 * @returns −1 when `a` is smaller, 0 when they are equal, 1 when `a` is larger.
 */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Whether an amount is nothing.
 *
 * @param a - The amount.
 *
 * @returns `true` for zero.
 */
export function isZero(a: Rational): boolean {
  return a.n === 0n;
}
