import { periodAt } from '../period-at.js';
import { offersOf } from '../price-table.js';
import type { PriceTable } from '../types.js';
import type { ExactRow } from './exact-row.js';
import { pairOf, pairOfPeriod, same, shown } from './listed-pairs.js';

const FEW = 3;

/** A price that was copied from model to model. */
export interface Copied {
  readonly row: ExactRow;
  readonly message: string;
}

/**
 * Rows whose price was copied: one pair for three models or more of a seller, where the table has as many different ones and
 * this pair for none of them.
 *
 * @param rows - Rows for plain prices.
 * @param prices - The table.
 * @param at - The day of the feed.
 *
 * @returns The rows to refuse.
 */
export function copiedPrices(rows: readonly ExactRow[], prices: PriceTable, at: Date): Copied[] {
  const groups = new Map<string, { row: ExactRow; ours: string }[]>();
  for (const row of rows) {
    const theirs = pairOf(row.periods.at(-1));
    const offer = offersOf(prices, row.model).find(({ provider }) => provider === row.seller);
    const found = offer && periodAt(offer, at);
    const ours = typeof found === 'object' ? pairOfPeriod(found) : undefined;
    if (!theirs || !ours || same(theirs, ours)) continue;
    const key = `${row.seller} ${shown(theirs)}`;
    groups.set(key, [...(groups.get(key) ?? []), { row, ours: shown(ours) }]);
  }
  return [...groups].flatMap(([key, group]) => {
    const models = new Set(group.map(({ row }) => row.model));
    if (models.size < FEW || new Set(group.map(({ ours }) => ours)).size < FEW) return [];
    const [, pair] = key.split(' ');
    return group.map(({ row, ours }) => ({
      row,
      message: `${pair} is listed for ${models.size} models with different prices; here it is ${ours}.`,
    }));
  });
}
