import type { Meter } from '../meters/index.js';
import type { OfferData, PeriodData } from './seller-file.js';
import type { Rates } from './types.js';

/**
 * Offers that differ in nothing but the model and the rates, as a price page prints them: a row a model, a column a meter.
 *
 * @example
 * ```json
 * {
 *   "from": "2026-11-10", "status": "reconstructed", "sources": ["pi-ai"], "checked": "2026-11-10",
 *   "meters": ["input", "cacheRead", "output"],
 *   "prices": { "glm-5.3": "1.4 0.26 4.4", "llama-3.3-70b": "0.59 - 0.79" }
 * }
 * ```
 */
export type PriceList = Omit<PeriodData, 'rates' | 'until'> & {
  /** What the columns are. */
  readonly meters: readonly Meter[];
  /** Model → its rates, one a meter, between single spaces. `-` is unknown. */
  readonly prices: Readonly<Record<string, string>>;
};

/**
 * The offers of a list, each with one open period.
 *
 * @param list - A list of a data file.
 */
export function offersInList({ meters, prices, ...shared }: PriceList): OfferData[] {
  return Object.entries(prices).map(([model, row]) => ({
    model,
    periods: [{ ...shared, rates: ratesInRow(meters, row) }],
  }));
}

/**
 * The rates in a row.
 *
 * @param meters - The columns.
 * @param row - For example `"1.4 - 4.4"`.
 */
export function ratesInRow(meters: readonly Meter[], row: string): Rates {
  const rates: Partial<Record<Meter, string>> = {};
  row.split(' ').forEach((rate, column) => {
    const meter = meters[column];
    if (meter !== undefined && rate !== '-') rates[meter] = rate;
  });
  return rates;
}
