import type { Line } from '../bill/index.js';
import { add, multiply, ratio, rational, toDecimal, ZERO } from '../money/index.js';

/**
 * The lines of one call, for several equal calls.
 *
 * The rate stays that of one call, because sizes that change it are per call. The amount is made anew from the rate, so that an endless
 * decimal is still rounded only once.
 */
export function scaledLines(lines: readonly Line[], calls: number): Line[] {
  return lines.map((line) => {
    const quantity = line.quantity * calls;
    const units = multiply(rational(quantity), ratio(1n, BigInt(line.per)));
    return { ...line, quantity, amount: toDecimal(multiply(rational(line.rate), units)) };
  });
}

/** The sum of some lines, exactly. */
export function totalOf(lines: readonly Line[]): string {
  return toDecimal(lines.map(({ amount }) => rational(amount)).reduce(add, ZERO));
}
