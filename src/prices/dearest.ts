import { type Meter, PER } from '../meters/index.js';
import { type Rational, rational } from '../money/index.js';

// what one printed rate buys (`PER`) → the bound
const BOUNDS: Readonly<Record<number, Rational>> = {
  1000000: rational('1000'),
  3600: rational('1000'),
  1000: rational('1000'),
  1: rational('100'),
};

/**
 * The rate above which no list price is true: the dearest million tokens known cost 600.
 *
 * @param meter - What is sold.
 *
 * @returns A bound in units of the currency; 1,000 a million tokens is 0.001 a token.
 */
export function dearest(meter: Meter): Rational {
  return BOUNDS[PER[meter]]!;
}
