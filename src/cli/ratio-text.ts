import { multiply, type Rational, ratio, toSteps } from '../money/index.js';
import { thousands } from './thousands.js';

const WHOLE_FROM = 100n;

/**
 * How many times as much.
 *
 * @param amount - What is compared.
 * @param to - What it is compared to, above zero.
 *
 * @returns `×27.4`; from ×100 without a decimal place.
 */
export function ratioText(amount: Rational, to: Rational): string {
  const times = multiply(amount, ratio(to.d, to.n));
  const whole = toSteps(times, 0, 'half-even');
  if (whole >= WHOLE_FROM) return `×${thousands(String(whole))}`;
  const tenths = toSteps(times, 1, 'half-even');
  return `×${tenths / 10n}.${tenths % 10n}`;
}
