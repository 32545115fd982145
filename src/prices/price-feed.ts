import * as z from 'zod';
import { checkFields } from '../errors/index.js';
import { evidenceToCome } from './day-to-come.js';
import type { Problem } from './plain-data.js';
import { indexed, indexPrices } from './price-table.js';
import { refusedPrices } from './refused-prices.js';
import { offersIn, type SellerFile } from './seller-file.js';
import { plainData, several } from './seller-files-in.js';
import type { Calendars, PriceTable } from './types.js';

/** A whole price table as JSON: what `refreshPrices` fetches. */
export interface PriceFeed {
  readonly schemaVersion: 1;
  /** The day up to which it was kept, e.g. `"2026-11-25"`. */
  readonly asOf: string;
  /** Calendar name → the holidays on which schedules that name it do not hold. */
  readonly calendars?: Calendars;
  readonly sellers: readonly SellerFile[];
}

const day = z.iso.date('write a day such as 2026-11-25');
const calendar = z
  .strictObject({ from: day, until: day, holidays: z.array(day) })
  .refine(
    ({ from, until, holidays }) => holidays.every((each) => from <= each && each < until),
    'a holiday outside the days covered',
  );
const frame = z.strictObject({
  schemaVersion: z.literal(1, 'not 1, the only version that this release reads'),
  asOf: day,
  calendars: z.record(z.string().regex(/^\w[\w-]*$/), calendar).exactOptional(),
  sellers: z.array(z.unknown()),
});

/** A feed that was read: its table, and the offers whose model has no possible name, which are not in it. */
export interface ReadFeed {
  readonly table: PriceTable;
  readonly strangers: readonly Problem[];
}

/** How a feed is judged. */
export interface FeedOptions {
  /** Evidence of a later day is refused. Default: the clock. */
  readonly now?: (() => Date) | undefined;
}

/**
 * A feed, read and held against every rule.
 *
 * @param given - A feed, or its JSON text.
 *
 * @returns The table, or everything that is wrong with the feed.
 */
export function readFeed(given: unknown): ReadFeed | readonly Problem[] {
  const plain = plainData(given);
  if ('reason' in plain) return [plain];
  const parsed = frame.safeParse(plain.value);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), reason: message }));
  }
  const { asOf, calendars = {}, sellers } = parsed.data;
  const { files, problems, strangers } = several(sellers, calendars, 'sellers');
  if (problems.length > 0) return problems;
  return { table: Object.freeze(indexPrices(asOf, files.flatMap(offersIn), calendars)), strangers };
}

/**
 * The price table in a feed.
 *
 * It holds what the feed holds and nothing else; the prices in the package are not below it.
 *
 * @param json - A feed, or its JSON text of at most 10 million letters.
 * @param options - The clock.
 *
 * @returns A table for `createEstimator({ prices })`.
 *
 * @throws `PromptCostError` with the code `invalid-prices`, the path and the reason.
 *
 * @example
 * ```ts
 * const prices = priceTableFrom({
 *   schemaVersion: 1,
 *   asOf: '2026-11-25',
 *   sellers: [{
 *     seller: 'groq',
 *     currency: 'USD',
 *     sources: { list: { ref: 'https://groq.com/pricing', date: '2026-11-25' } },
 *     offers: [],
 *     lists: [{ sources: ['list'], meters: ['input', 'output'], since: { '2024-12-06': { 'llama-3.3-70b': '0.59 0.79' } } }],
 *   }],
 * });
 * createEstimator({ prices }).priceOf('llama-3.3-70b', { at: '2026-11-25' }); // { priced: true, rates: { input: '0.59', output: '0.79' }, … }
 * ```
 */
export function priceTableFrom(json: string | PriceFeed, options: FeedOptions = {}): PriceTable {
  checkFields('options', options, { now: 'function?' });
  const { now = (): Date => new Date() } = options;
  const read = readFeed(json);
  if (!('table' in read)) throw refusedPrices(read[0]!);
  const offers = [...indexed(read.table).offers.values()].flat();
  const [problem] = [...read.strangers, ...offers.flatMap((offer) => evidenceToCome(offer, now()))];
  if (problem) throw refusedPrices(problem);
  return read.table;
}
