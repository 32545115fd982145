import type { Meter, Quantities } from '../meters/index.js';
import { COVERED_BY_FEE } from '../prices/index.js';
import type { PriceInForce, Unpriced } from './types.js';

/**
 * What a call is billed for whatever its size: one request, where the seller asks a fee for each.
 *
 * @param price - The price of the call.
 *
 * @returns `{ request: 1 }` at Perplexity, where a request to `sonar` costs $0.005 beside its tokens; else nothing.
 */
export function requestFee(price: PriceInForce | Unpriced): Quantities {
  return price.priced && price.rates.request !== undefined ? { request: 1 } : {};
}

/**
 * What a reply reports and the fee of its request pays for: a seller that asks such a fee and has no rate for searches does not bill them
 * again.
 *
 * @param quantities - As the reply has them.
 * @param price - The price of the call.
 *
 * @returns The quantities to bill.
 */
export function withoutCovered(quantities: Quantities, { rates }: PriceInForce): Quantities {
  if (rates.request === undefined) return quantities;
  const covered = COVERED_BY_FEE.filter((meter) => rates[meter] === undefined);
  return Object.fromEntries(
    Object.entries(quantities).filter(([meter]) => !covered.includes(meter as Meter)),
  );
}
