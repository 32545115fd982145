import { PromptCostError } from '../errors/index.js';
import { modelRecord } from '../models/index.js';
import { bundledPrices } from './bundled-prices.js';
import { indexed, indexPrices } from './price-table.js';
import { offersIn, type SellerFile } from './seller-file.js';
import { sellerFileSchema } from './seller-file-schema.js';
import type { PriceTable } from './types.js';

/**
 * A price table with your own prices over another one.
 *
 * An offer of yours takes the place of the whole offer of the same seller and model; all others stay.
 *
 * @param custom - One seller's prices, in the form that `sellerFileSchema` describes.
 * @param base - The table below. Default: the prices in the package.
 *
 * @returns A new table for `createEstimator({ prices })`.
 */
export function withPrices(custom: SellerFile, base: PriceTable = bundledPrices): PriceTable {
  const parsed = sellerFileSchema.safeParse(custom);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw refused(`${path.join('.') || 'the table'}: ${message}`);
  }
  const offers = offersIn(parsed.data);
  const stranger = offers.find(({ model }) => modelRecord(model) === undefined);
  if (stranger) throw refused(`${stranger.model} is not the id of a model known here`);
  const { asOf, offers: below, calendars } = indexed(base);
  const own = new Set(offers.map(({ id }) => id));
  const kept = [...below.values()].flat().filter(({ id }) => !own.has(id));
  return indexPrices(asOf, [...offers, ...kept], calendars);
}

function refused(reason: string): PromptCostError {
  return new PromptCostError('invalid-prices', `These prices cannot be used: ${reason}.`);
}
