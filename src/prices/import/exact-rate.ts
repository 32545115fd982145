import { PER } from '../../meters/index.js';
import {
  compare,
  fromSteps,
  isZero,
  multiply,
  type Rational,
  ratio,
  rational,
  subtract,
  toExact,
  toSteps,
  ZERO,
} from '../../money/index.js';
import type { ForeignRate } from './foreign-row.js';

/** No list price has more decimals of a dollar for one token: $0.003625 a million is 3.625e-9. */
const PLACES_OF_A_UNIT = 12;
// Doubles are right to 1e-16; sums and products of a few of them to this.
const NOISE = ratio(1n, 1_000_000_000n);
const LARGEST_DENOMINATOR = 1_000n;
const DECIMAL = /^-?\d{1,30}(\.\d{1,60})?([eE][+-]?\d{1,3})?$/;

/** A rate for `PER[meter]` units. `snapped` is there when it is not the printed number: how it was printed, and why it differs. */
export interface ExactRate {
  readonly value: Rational;
  readonly rate: string;
  readonly snapped?: { readonly printed: string; readonly why: string };
}

/**
 * The exact rate that a printed price means.
 *
 * A JSON number is read by its shortest decimal form, which is the text it was parsed from up to 15 digits. What has more than
 * 12 decimals of a unit is noise of floats and goes to the nearest 12, or is a fraction such as 1/12 and is kept as one.
 *
 * @param listed - The price.
 *
 * @returns The rate, or `undefined` when the price is no number, or so near zero that nothing is left of it.
 */
export function exactRate({ meter, value, per }: ForeignRate): ExactRate | undefined {
  const printed = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (!DECIMAL.test(printed)) return undefined;
  const exact = multiply(rational(printed), ratio(BigInt(PER[meter]), BigInt(per)));
  const places = PLACES_OF_A_UNIT - Math.ceil(Math.log10(PER[meter]));
  const near = fromSteps(toSteps(exact, places, 'half-even'), places);
  if (compare(near, exact) === 0) return { value: exact, rate: toExact(exact) };
  const snap = (to: Rational, why: string): ExactRate => ({
    value: to,
    rate: toExact(to),
    snapped: { printed, why },
  });
  if (isZero(near)) return undefined;
  if (isNear(near, exact)) return snap(near, 'noise of floats');
  const fraction = fractionNear(exact);
  if (fraction) return snap(fraction, 'a fraction');
  return snap(near, `rounded to ${PLACES_OF_A_UNIT} decimals of a unit`);
}

function isNear(a: Rational, b: Rational): boolean {
  const size = (x: Rational): Rational => (x.n < 0n ? { n: -x.n, d: x.d } : x);
  return compare(size(subtract(a, b)), multiply(size(b), NOISE)) <= 0;
}

// The convergents of the continued fraction, until one is near or its denominator too large.
function fractionNear(value: Rational): Rational | undefined {
  if (compare(value, ZERO) <= 0) return undefined;
  let [n, d] = [value.n, value.d];
  let [before, last] = [ratio(0n, 1n), { n: 1n, d: 0n }];
  while (d !== 0n) {
    const whole = n / d;
    const next = { n: whole * last.n + before.n, d: whole * last.d + before.d };
    if (next.d > LARGEST_DENOMINATOR) return undefined;
    if (next.d > 0n && isNear(next, value)) return ratio(next.n, next.d);
    [before, last] = [last, next];
    [n, d] = [d, n - whole * d];
  }
  return undefined;
}
