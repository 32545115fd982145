import { checkFields } from '../errors/index.js';
import type { Quantities } from '../meters/index.js';
import { type Conditions, checkConditions, type ModelId } from '../models/index.js';
import { bundledPrices, indexed } from '../prices/index.js';
import { assertQuantities } from '../usage/index.js';
import { billLines } from './bill-lines.js';
import { billOfReply } from './bill-of-reply.js';
import { costBand } from './cost-band.js';
import { findPrice } from './find-price.js';
import type {
  Bill,
  Biller,
  BillerOptions,
  PriceInForce,
  PriceReference,
  Unpriced,
  UsageReference,
} from './types.js';
import { unpriced, unpricedError } from './unpriced.js';

/**
 * Prices and bills from one table and one clock.
 *
 * @param options - The table and the clock; by default the bundled prices and the real time.
 *
 * @returns The biller. It holds no state: the same questions get the same answers at the same time.
 */
export function createBiller(options: BillerOptions = {}): Biller {
  const { prices = bundledPrices, now = (): Date => new Date() } = options;
  indexed(prices);

  function priceOf(
    model: ModelId,
    when: Conditions & { readonly strict?: boolean } = {},
  ): PriceInForce | Unpriced {
    checkConditions('when', when);
    checkFields('when', when, { strict: 'boolean?' });
    const { strict = false, ...conditions } = when;
    const found = findPrice(prices, now, model, conditions, {});
    if ('price' in found) return found.price;
    if (strict) throw unpricedError(found);
    return found;
  }

  function billOf(quantities: Quantities, ref: PriceReference): Bill {
    assertQuantities(quantities);
    const { model, ...conditions } = ref;
    const found = findPrice(prices, now, model, conditions, quantities);
    if (!('price' in found)) return { priced: false, quantities, price: found, warnings: found.warnings };
    const { price, otherHosts } = found;
    const bill = billLines(quantities, found);
    if ('missing' in bill) {
      const what = `No rate of ${price.offer} for ${bill.missing.join(', ')} is known.`;
      const facts = { model: price.model, missing: bill.missing, hosts: otherHosts };
      return {
        priced: false,
        quantities,
        price: unpriced('missing-rate', what, facts),
        lines: bill.lines,
        warnings: price.warnings,
      };
    }
    return {
      priced: true,
      currency: price.currency,
      total: bill.total,
      ...(price.currency === 'USD' ? { usd: Number(bill.total) } : {}),
      ...costBand(quantities, found),
      quantities,
      lines: bill.lines,
      price,
      warnings: price.warnings,
    };
  }

  function costOfUsage(usage: unknown, ref: UsageReference): Bill {
    checkFields('ref', ref, { model: 'string' });
    checkConditions('ref', ref);
    return billOfReply(usage, ref, { priceOf, billOf, now });
  }

  return { priceOf, billOf, costOfUsage, now };
}
