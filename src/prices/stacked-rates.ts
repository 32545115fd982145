import { METERS, type Meter } from '../meters/index.js';
import { compare, multiply, ONE, type Rational, rational, toExact } from '../money/index.js';
import { dearest } from './dearest.js';
import { ratesIn } from './known-rates.js';
import type { Problem } from './plain-data.js';
import type { Offer, Period, Rule } from './types.js';

/**
 * Rates that rules, each of them plausible, make too dear to be true together.
 *
 * @param offer - The offer. That not all rules of a period may hold at once is not looked at: no honest ones come near.
 *
 * @returns The rates with their factors.
 */
export function stackedTooHigh({ id, periods }: Offer): Problem[] {
  return periods
    .flatMap((period) => METERS.flatMap((meter) => highest(period, meter)))
    .map((reason) => ({ path: id, reason }));
}

function highest(period: Period, meter: Meter): string[] {
  const factors = period.rules.flatMap((rule) => factorOf(rule, meter)).filter((by) => compare(by, ONE) > 0);
  if (factors.length === 0) return [];
  const all = factors.reduce(multiply, ONE);
  const dear = ratesIn(period)
    .flatMap((each) => (each[meter] === undefined ? [] : [rational(each[meter])]))
    .find((rate) => compare(multiply(rate, all), dearest(meter)) > 0);
  return dear ? [`${meter} ${[dear, ...factors].map(toExact).join(' × ')} is too dear to be true`] : [];
}

function factorOf(rule: Rule, meter: Meter): Rational[] {
  return rule.kind === 'multiply' && (rule.only?.includes(meter) ?? true) ? [rational(rule.by)] : [];
}
