import type { Meter } from '../meters/index.js';
import type { OfferData, PeriodData } from './seller-file.js';
import type { Rates, Source } from './types.js';

/**
 * Offers that differ in little but the model and the rates, as a price page prints them: a row a model, a column a meter.
 *
 * Each has one open period, checked on the newest day of the list's sources.
 *
 * @example
 * ```json
 * {
 *   "status": "reconstructed", "sources": ["pi-ai"], "meters": ["input", "cacheRead", "output"],
 *   "since": { "2026-09-27": { "glm-5.3": "1.4 0.26 4.4", "llama-3.3-70b": "0.59 - 0.79" } }
 * }
 * ```
 */
export type PriceList = Omit<PeriodData, 'from' | 'until' | 'rates' | 'checked'> & {
  /** What the columns are. */
  readonly meters: readonly Meter[];
  /**
   * The first instant, or `unknown` → model → its rates, one a meter, between single spaces. `-` is unknown, `0` is free.
   */
  readonly since: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/**
 * The offers of a list.
 *
 * @param list - A list of a data file.
 * @param sources - The sources of the file.
 */
export function offersInList(
  { meters, since, ...shared }: PriceList,
  sources: Readonly<Record<string, Source>>,
): OfferData[] {
  const checked = newest(shared.sources.map((name) => sources[name]?.date ?? ''));
  return Object.entries(since).flatMap(([day, prices]) => {
    const from = day === 'unknown' ? null : day;
    return Object.entries(prices).map(([model, row]) => ({
      model,
      periods: [{ ...shared, from, checked, rates: ratesInRow(meters, row) }],
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

// ISO dates sort as strings.
function newest(days: readonly string[]): string {
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}
