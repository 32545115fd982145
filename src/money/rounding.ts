import { type Rational, ratio } from './rational.js';

/** How an amount that falls between two steps is settled: on the step above, or on the nearer one (a tie goes to the even step). */
export type Rounding = 'up' | 'half-even';

/**
 * An amount as a whole number of steps of 10^−places.
 *
 * @param value - The amount.
 * @param places - Decimal places of one step: 12 for a picodollar.
 * @param rounding - Where an amount between two steps goes; `'up'` is away from zero for a positive amount.
 *
 * @returns The number of steps.
 *
 * @example
 * ```ts
 * toSteps(rational('1/3'), 12, 'up'); // 333333333334n
 * ```
 */
export function toSteps(value: Rational, places: number, rounding: Rounding): bigint {
  const scaled = value.n * 10n ** BigInt(places);
  const below = floorDivide(scaled, value.d);
  const rest = scaled - below * value.d;
  if (rest === 0n) return below;
  if (rounding === 'up') return below + 1n;
  const twice = rest * 2n;
  if (twice === value.d) return below % 2n === 0n ? below : below + 1n;
  return twice > value.d ? below + 1n : below;
}

/**
 * An amount moved onto the grid of 10^−places.
 *
 * A budget holds `'up'` and settles `'half-even'`, both at 12 places.
 *
 * @param value - The amount.
 * @param places - Decimal places to keep.
 * @param rounding - Where an amount between two steps goes.
 *
 * @returns The rounded amount, itself exact.
 */
export function rounded(value: Rational, places: number, rounding: Rounding): Rational {
  return fromSteps(toSteps(value, places, rounding), places);
}

/**
 * The amount that a whole number of steps of 10^−places stands for.
 *
 * @param steps - How many steps.
 * @param places - Decimal places of one step.
 *
 * @returns The amount.
 */
export function fromSteps(steps: bigint, places: number): Rational {
  return ratio(steps, 10n ** BigInt(places));
}

function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}
