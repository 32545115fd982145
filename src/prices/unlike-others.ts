import { METERS, type Meter } from '../meters/index.js';
import { compare, multiply, type Rational, rational, ZERO } from '../money/index.js';
import type { Problem } from './plain-data.js';
import type { Offer, Rates } from './types.js';

const THOUSAND = rational(1_000);

/**
 * Rates that are a thousand times above or below all others of the same model: written for another unit.
 *
 * Sellers differ by a factor of ten at most; a price per token in the place of one per million is a million times too low.
 * `"0"` is free, and fine.
 *
 * @param offer - The offer to look at.
 * @param others - All offers of its model that are known, of any seller and time.
 *
 * @returns The rates that cannot be right, with both numbers.
 */
export function unlikeOthers(offer: Offer, others: readonly Offer[]): Problem[] {
  const known = extremes(others.flatMap(ratesOf));
  return ratesOf(offer).flatMap((rates) =>
    METERS.flatMap((meter) => {
      const rate = rates[meter];
      const { least, most } = known.get(meter) ?? {};
      if (rate === undefined || !least || !most) return [];
      const value = rational(rate);
      const above = compare(value, multiply(most.value, THOUSAND)) > 0;
      const below = compare(value, ZERO) > 0 && compare(multiply(value, THOUSAND), least.value) < 0;
      if (!above && !below) return [];
      const bound = above
        ? `above the dearest price known, ${most.text}`
        : `below the cheapest known, ${least.text}`;
      const reason = `${meter} ${rate} is more than a thousand times ${bound}: is it of another unit?`;
      return [{ path: offer.id, reason }];
    }),
  );
}

interface Listed {
  readonly text: string;
  readonly value: Rational;
}

function extremes(all: readonly Rates[]): Map<Meter, { readonly least: Listed; readonly most: Listed }> {
  const found = new Map<Meter, { least: Listed; most: Listed }>();
  for (const rates of all) {
    for (const meter of METERS) {
      const text = rates[meter];
      if (text === undefined || compare(rational(text), ZERO) === 0) continue;
      const each = { text, value: rational(text) };
      const { least, most } = found.get(meter) ?? { least: each, most: each };
      found.set(meter, {
        least: compare(each.value, least.value) < 0 ? each : least,
        most: compare(each.value, most.value) > 0 ? each : most,
      });
    }
  }
  return found;
}

function ratesOf({ periods }: Offer): Rates[] {
  return periods.flatMap(({ rates, rules }) => [
    rates,
    ...rules.flatMap((rule) => (rule.kind === 'replace' ? [rule.rates] : [])),
  ]);
}
