import type { Meter } from '../meters/index.js';
import type { OfferData, PeriodData } from './seller-file.js';
import type { Rates } from './types.js';

/**
 * Offers that differ in little but the model and the rates, as a price page prints them: a row a model, a column a meter.
 *
 * Each has one period, open unless the list has an end.
 *
 * @example
 * ```json
 * {
 *   "status": "reconstructed", "sources": ["pi-ai"], "meters": ["input", "cacheRead", "output"],
 *   "since": { "2026-09-27": { "glm-5.3": "1.4 0.26 4.4", "llama-3.3-70b": "0.59 - 0.79" } }
 * }
 * ```
 */
export type PriceList = Omit<PeriodData, 'from' | 'rates'> & {
  /** What the columns are. */
  readonly meters: readonly Meter[];
  /**
   * The first instant, or `unknown` → model → its rates, one a meter, between single spaces. `-` is unknown, `0` is free.
   */
  readonly since: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The offers of a list of a data file. */
export function offersInList({ meters, since, ...shared }: PriceList): OfferData[] {
  return Object.entries(since).flatMap(([day, prices]) => {
    const from = day === 'unknown' ? null : day;
    return Object.entries(prices).map(([model, row]) => ({
      model,
      periods: [{ ...shared, from, rates: ratesInRow(meters, row) }],
    }));
  });
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
