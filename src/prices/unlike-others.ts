import { METERS } from '../meters/index.js';
import { compare, multiply, rational, toExact, ZERO } from '../money/index.js';
import { knownRates, ratesOf } from './known-rates.js';
import type { Problem } from './plain-data.js';
import type { Offer } from './types.js';

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
  const known = knownRates(others);
  return ratesOf(offer).flatMap((rates) =>
    METERS.flatMap((meter) => {
      const rate = rates[meter];
      const { least, most } = known.get(meter) ?? {};
      if (rate === undefined || !least || !most) return [];
      const value = rational(rate);
      const above = compare(value, multiply(most, THOUSAND)) > 0;
      const below = compare(value, ZERO) > 0 && compare(multiply(value, THOUSAND), least) < 0;
      if (!above && !below) return [];
      const bound = above
        ? `above the dearest price known, ${toExact(most)}`
        : `below the cheapest known, ${toExact(least)}`;
      const reason = `${meter} ${rate} is more than a thousand times ${bound}: is it of another unit?`;
      return [{ path: offer.id, reason }];
    }),
  );
}
