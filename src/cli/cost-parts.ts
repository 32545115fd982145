import type { Line } from '../bill/index.js';
import type { Meter } from '../meters/index.js';
import { add, type Rational, rational, ZERO } from '../money/index.js';

const OUTPUT: ReadonlySet<Meter> = new Set(['output', 'reasoning', 'outputAudio', 'outputImage', 'imageOut']);

/** What was sent and what came back, in money. */
export interface CostParts {
  readonly input: Rational;
  readonly output: Rational;
}

/**
 * The lines of an estimate as two sums.
 *
 * @param lines - The lines of one call.
 *
 * @returns Money for the answer, and money for everything else.
 */
export function costParts(lines: readonly Line[]): CostParts {
  let input = ZERO;
  let output = ZERO;
  for (const { meter, amount } of lines) {
    if (OUTPUT.has(meter)) output = add(output, rational(amount));
    else input = add(input, rational(amount));
  }
  return { input, output };
}
