import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPrices, type PriceTable } from '../src/prices/index.js';
import { compareList, pricesIn } from './compare.js';
import { judge } from './judge.js';
import { createMarket } from './market.js';
import type { Compared, Judged } from './report.js';
import { SOURCES } from './sources.js';

/** Every list compared, every disagreement judged. */
export interface CrossChecked {
  readonly lists: readonly Compared[];
  /** `unjudged` is the reason of what no rule and no person has explained. */
  readonly judged: readonly Judged[];
}

/**
 * Holds our prices against all published lists.
 *
 * @param folder - Where the lists are.
 * @param prices - Ours.
 *
 * @returns What was found, in a fixed order.
 */
export function crossCheck(folder: string, prices: PriceTable = bundledPrices): CrossChecked {
  const read = SOURCES.map((list) => ({
    list,
    listed: pricesIn(list, JSON.parse(readFileSync(join(folder, list.file), 'utf8'))),
  }));
  const market = createMarket(read.flatMap(({ listed }) => listed));
  const lists = read.map(({ list, listed }) => ({ list, ...compareList(list, listed, prices) }));
  const judged = lists.flatMap(({ cases }) =>
    cases.map((each) => {
      const { source, provider, model, meter, theirs, ours } = each;
      const { reason, because } = judge(each, market) ?? { reason: 'unjudged', because: '' };
      return { source, provider, model, meter, theirs, ours, reason, because };
    }),
  );
  return { lists, judged };
}
