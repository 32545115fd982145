import type { Rational } from './rational.js';
import { toSteps } from './rounding.js';

/** Decimal places kept of an amount that has no finite decimal. */
export const PLACES = 18;

/**
 * An amount as a decimal string.
 *
 * Every digit is given when the decimal is finite, however long; otherwise it is rounded half-even at `places`.
 *
 * @param value - The amount.
 * @param places - Where an endless decimal is cut.
 *
 * @returns Digits without exponent or trailing zeros: `"2.19"`, `"0.083333333333333333"`.
 */
export function toDecimal(value: Rational, places: number = PLACES): string {
  const finite = finitePlaces(value.d);
  const kept = finite ?? places;
  return fixed(toSteps(value, kept, 'half-even'), kept);
}

/**
 * An amount as an exact string: a decimal where it is finite, else a fraction.
 *
 * @param value - The amount.
 *
 * @returns `"0.55"`, or `"1/12"`.
 */
export function toExact(value: Rational): string {
  return finitePlaces(value.d) === undefined ? `${value.n}/${value.d}` : toDecimal(value);
}

// 1/8 has three decimal places, 1/12 no last one: only twos and fives divide a power of ten.
function finitePlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function fixed(steps: bigint, places: number): string {
  const digits = (steps < 0n ? -steps : steps).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${steps < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
