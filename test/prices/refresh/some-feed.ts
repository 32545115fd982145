import { bundledFiles } from '../../../src/prices/bundled-files.js';
import bundledCalendars from '../../../src/prices/data/calendars.json' with { type: 'json' };
import {
  type FeedFetch,
  type RefreshOptions,
  type RefreshResult,
  refreshPrices,
} from '../../../src/prices/refresh/index.js';
import { type OfferData, offerDataIn, type SellerFile } from '../../../src/prices/seller-file.js';

export const NOW: Date = new Date('2026-12-02T12:00Z');

/** What may be written into; a poisoned feed breaks every promise. */
type Open<T> = T extends object ? { -readonly [Key in keyof T]: Open<T[Key]> } : T;
export type OpenFile = Open<Omit<SellerFile, 'lists'>>;
export type OpenOffer = Open<OfferData>;
export type OpenPeriod = OpenOffer['periods'][number];

/** The package's own file of a seller, with one offer of it. */
export function sellerFile(seller: string, model: string): OpenFile {
  const file = bundledFiles.find((each) => each.seller === seller)!;
  const { sources, rules = {}, currency } = file;
  const offers = offerDataIn(file).filter((offer) => offer.model === model);
  return structuredClone({ seller, currency, sources, rules, offers }) as OpenFile;
}

interface Options extends Pick<RefreshOptions, 'allow' | 'current' | 'cache'> {
  readonly calendars?: unknown;
}

/** What `refreshPrices` makes of such files, and of calendars. */
export function refreshed(
  sellers: readonly OpenFile[],
  { calendars = bundledCalendars, ...options }: Options = {},
): Promise<RefreshResult> {
  const text = JSON.stringify({ schemaVersion: 1, asOf: '2026-12-01', calendars, sellers });
  const reader = {
    read: async () => ({ done: true, value: new TextEncoder().encode(text) }),
    cancel: async () => undefined,
  };
  const fetch: FeedFetch = async () => ({
    status: 200,
    headers: { get: () => null },
    body: { getReader: () => reader },
  });
  return refreshPrices({ url: 'https://prices.example.com/v1.json', fetch, now: () => NOW, ...options });
}
