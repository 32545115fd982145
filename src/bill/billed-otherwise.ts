import { compare, rational, subtract, toDecimal, ZERO } from '../money/index.js';
import type { Warning } from '../usage/index.js';
import type { Bill } from './types.js';

/**
 * A warning where a provider's own charge is not what the prices give.
 *
 * @param billed - US dollars, as the reply reports them; `undefined` where it does not.
 * @param bill - The bill by the prices.
 *
 * @returns One warning, or none.
 */
export function billedOtherwise(billed: string | undefined, bill: Bill): Warning[] {
  if (billed === undefined || !bill.priced || bill.currency !== 'USD') return [];
  const difference = subtract(rational(billed), rational(bill.total));
  const sign = compare(difference, ZERO);
  if (sign === 0) return [];
  const size = toDecimal(sign < 0 ? subtract(ZERO, difference) : difference);
  const message = `The reply says that $${billed} was charged, $${size} ${sign < 0 ? 'less' : 'more'} than these prices give: fees, a discount, or another host's price.`;
  return [{ code: 'billed-otherwise', message }];
}
