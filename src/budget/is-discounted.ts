import type { PriceInForce } from '../bill/index.js';
import { METERS } from '../meters/index.js';
import { compare, rational } from '../money/index.js';

/**
 * Whether any rate is lower for a large call than for a small one: then more tokens may cost less.
 *
 * @param large - The price of the large call.
 * @param small - The price of the small one.
 */
export function isDiscounted(
  large: Pick<PriceInForce, 'rates'>,
  small: Pick<PriceInForce, 'rates'>,
): boolean {
  return METERS.some((meter) => {
    const [a, b] = [large.rates[meter], small.rates[meter]];
    return a !== undefined && b !== undefined && compare(rational(a), rational(b)) < 0;
  });
}
