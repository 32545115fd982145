import type { Line } from '../bill/index.js';
import { add, multiply, ratio, rational, toDecimal, ZERO } from '../money/index.js';

/** Decimals of a rounded amount. */
const ROUNDED_AT = 18;

/**
 * The lines of one call, for several equal calls.
 *
 * The rate stays that of one call, because sizes that change it are per call. An amount that was rounded is made anew from the rate, so
 * that an endless decimal is still rounded only once; an exact one, which may be of a minimum of a twelfth of an hour, is multiplied.
 */
export function scaledLines(lines: readonly Line[], calls: number): Line[] {
  return lines.map((line) => {
    const quantity = line.quantity * calls;
    const isRounded = line.amount.length - line.amount.indexOf('.') > ROUNDED_AT;
    const exact = isRounded
      ? multiply(multiply(rational(line.rate), rational(quantity)), ratio(1n, BigInt(line.per)))
      : multiply(rational(line.amount), rational(calls));
    return { ...line, quantity, amount: toDecimal(exact) };
  });
}

/** The sum of some lines, exactly. */
export function totalOf(lines: readonly Line[]): string {
  return toDecimal(lines.map(({ amount }) => rational(amount)).reduce(add, ZERO));
}
