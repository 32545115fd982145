import type { Quantities } from '../meters/index.js';
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
