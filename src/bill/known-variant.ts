import { shown } from '../errors/index.js';
import type { Warning } from '../usage/index.js';
import type { Biller, PriceInForce, PriceReference, Unpriced } from './types.js';

/** The price of a call, and the conditions of it that the price knows. */
export interface KnownVariant {
  readonly conditions: PriceReference;
  readonly price: PriceInForce | Unpriced;
  readonly warnings: readonly Warning[];
}

/**
 * The price of a call whose reply may name a variant. One that no rule of the price knows is left out, where a caller's would have no
 * price: with a warning, unless each search is billed by itself.
 *
 * @param given - The conditions, the reply's variant among them.
 * @param said - The reply's variant: `"search-high"`, of a call to Perplexity that read much of the web.
 * @param biller - Knows the prices.
 *
 * @returns The conditions to bill by.
 */
export function knownVariant(
  given: PriceReference,
  said: string | undefined,
  { priceOf }: Pick<Biller, 'priceOf'>,
): KnownVariant {
  const { variant: _, ...plain } = given;
  const conditions = said === undefined ? given : plain;
  const price = priceOf(conditions.model, conditions);
  if (said === undefined || !price.priced) return { conditions, price, warnings: [] };
  if (price.possibleRules.some(({ when }) => when.variant?.includes(said))) {
    return { conditions: given, price, warnings: [] };
  }
  if (price.rates.webSearch !== undefined) return { conditions, price, warnings: [] };
  const message = `The reply says ${shown(said)}, for which ${price.offer} has no price here; it may be billed apart.`;
  return { conditions, price, warnings: [{ code: 'usage-unmetered', message }] };
}
