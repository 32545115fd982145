import type { Meter } from '../../meters/index.js';
import { field, fieldsOf, listOf, lookUp, textOf } from './fields.js';
import type { ForeignPeriod, ForeignRow } from './foreign-row.js';

const KEYS: Readonly<Record<string, Meter>> = { input: 'input', output: 'output', input_cached: 'cacheRead' };

/** Reads llm-prices' `current-v1.json` and `historical-v1.json`: prices per million tokens, dated in the second. */
export function readLlmPrices(feed: unknown): ForeignRow[] {
  const rows = new Map<string, ForeignRow & { readonly periods: ForeignPeriod[] }>();
  for (const [index, price] of listOf(field(feed, 'prices')).entries()) {
    const provider = textOf(field(price, 'vendor'));
    const id = textOf(field(price, 'id'));
    if (provider === undefined || id === undefined) continue;
    const path = `prices.${index}`;
    const row = rows.get(`${provider}/${id}`) ?? { provider, id, path, chat: true, periods: [], unread: [] };
    rows.set(`${provider}/${id}`, row);
    const rates = fieldsOf(price).flatMap(([key, value]) => {
      const meter = lookUp(KEYS, key);
      // null: not known.
      return meter && value !== null ? [{ meter, value, per: 1_000_000, path: `${path}.${key}` }] : [];
    });
    const from = textOf(field(price, 'from_date')) ?? null;
    const until = textOf(field(price, 'to_date')) ?? null;
    row.periods.push({ from, until, rates, rules: [] });
  }
  for (const { periods } of rows.values()) {
    periods.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  }
  return [...rows.values()];
}
