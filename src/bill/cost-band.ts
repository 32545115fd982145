import type { Quantities } from '../meters/index.js';
import { compare, rational } from '../money/index.js';
import { billLines } from './bill-lines.js';
import type { FoundPrice } from './find-price.js';
import type { Bill } from './types.js';

type CostBand = Pick<Extract<Bill, { priced: true }>, 'band'>;

/**
 * What the same quantities cost at the cheapest and at the dearest hour.
 *
 * @param quantities - What was used.
 * @param found - The price, with those of the other hours.
 *
 * @returns The band; nothing where the hour was given or does not matter, or where some hour has no rate for a meter.
 */
export function costBand(quantities: Quantities, { hours }: Pick<FoundPrice, 'hours'>): CostBand {
  if (hours.length === 0) return {};
  const totals: string[] = [];
  for (const { rates, brackets, period } of hours) {
    const bill = billLines(quantities, { rates, brackets, minimum: period.minimum ?? {} });
    if ('missing' in bill) return {};
    totals.push(bill.total);
  }
  totals.sort((a, b) => compare(rational(a), rational(b)));
  return { band: { low: totals[0]!, high: totals.at(-1)! } };
}
