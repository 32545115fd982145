import { isRecord, PromptCostError, reading } from '../errors/index.js';
import { periodAt } from './period-at.js';
import type { Calendars, Offer, PriceTable } from './types.js';

/** A price table as this room sees it: offers by model, calendars by name. */
export interface IndexedPrices extends PriceTable {
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
  readonly calendars: Calendars;
}

/**
 * A table in which the offers of a model are found at once.
 *
 * @param asOf - The day up to which the table was kept.
 * @param offers - All offers, in the order in which hosts are listed.
 * @param calendars - The holidays that schedules leave out.
 *
 * @returns A table for `createEstimator`.
 */
export function indexPrices(asOf: string, offers: readonly Offer[], calendars: Calendars): IndexedPrices {
  const byModel = new Map<string, Offer[]>();
  for (const offer of offers) byModel.set(offer.model, [...(byModel.get(offer.model) ?? []), offer]);
  return { asOf, offers: byModel, calendars };
}

/**
 * The inside of a table.
 *
 * @param prices - A table as a caller passes it on.
 *
 * @returns The same table; anything that is not one is refused.
 */
export function indexed(prices: PriceTable): IndexedPrices {
  if (reading('The price table', () => isIndexed(prices))) return prices as IndexedPrices;
  throw new PromptCostError(
    'invalid-prices',
    'This is not a price table. Make one with withPrices() from promptcost/prices/schema.',
  );
}

function isIndexed(prices: unknown): boolean {
  return isRecord(prices) && prices['offers'] instanceof Map && isRecord(prices['calendars']);
}

/**
 * What all sellers ask for a model.
 *
 * @param prices - The table.
 * @param model - A canonical model id.
 *
 * @returns Its offers, of any time.
 */
export function offersOf(prices: PriceTable, model: string): readonly Offer[] {
  return indexed(prices).offers.get(model) ?? [];
}

/**
 * Who sells a model at some instant.
 *
 * @param prices - The table.
 * @param model - A canonical model id.
 * @param at - The instant.
 *
 * @returns The providers that have a price for it then.
 */
export function hostsOf(prices: PriceTable, model: string, at: Date): string[] {
  return offersOf(prices, model)
    .filter((offer) => typeof periodAt(offer, at) === 'object')
    .map(({ provider }) => provider);
}
