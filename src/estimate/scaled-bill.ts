import type { Line } from '../bill/index.js';
import { multiply, rational, toDecimal } from '../money/index.js';

/** The lines of one call, for several equal calls. The rate stays that of one call: sizes that change it are per call. */
export function scaledLines(lines: readonly Line[], calls: number): Line[] {
  return lines.map((line) => ({
    ...line,
    quantity: line.quantity * calls,
    amount: scaledAmount(line.amount, calls),
  }));
}

/** An amount of one call, for several. */
export function scaledAmount(amount: string, calls: number): string {
  return toDecimal(multiply(rational(amount), rational(calls)));
}
