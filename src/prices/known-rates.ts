import { type Currency, METERS, type Meter } from '../meters/index.js';
import { compare, type Rational, rational } from '../money/index.js';
import type { Offer, Period, Rates } from './types.js';

/** Between which rates a meter is sold. */
export interface KnownRates {
  /** The cheapest that is not free. */
  readonly least: Rational;
  readonly most: Rational;
}

/**
 * The cheapest and the dearest rate of each meter among some offers, under any rule, at any time.
 *
 * @param offers - For example all of one model.
 * @param currency - Of which prices. Default: any.
 *
 * @returns Meter → rates; what is only free, or not sold, is not in it.
 */
export function knownRates(offers: readonly Offer[], currency?: Currency): Map<Meter, KnownRates> {
  const found = new Map<Meter, KnownRates>();
  for (const rates of offers.flatMap((offer) => ratesOf(offer, currency))) {
    for (const meter of METERS) {
      const text = rates[meter];
      if (text === undefined) continue;
      const value = rational(text);
      if (value.n === 0n) continue;
      const { least, most } = found.get(meter) ?? { least: value, most: value };
      found.set(meter, {
        least: compare(value, least) < 0 ? value : least,
        most: compare(value, most) > 0 ? value : most,
      });
    }
  }
  return found;
}

/** All rates that an offer lists: the plain ones, and those of its rules. */
export function ratesOf({ periods }: Offer, currency?: Currency): Rates[] {
  return periods.filter((period) => currency === undefined || period.currency === currency).flatMap(ratesIn);
}

/** The same of one period. */
export function ratesIn({ rates, rules }: Period): Rates[] {
  return [rates, ...rules.flatMap((rule) => (rule.kind === 'replace' ? [rule.rates] : []))];
}
