import { checkFields, PromptCostError, shown } from '../errors/index.js';
import { bundledPrices } from './bundled-prices.js';
import { evidenceToCome } from './day-to-come.js';
import { frozen } from './frozen.js';
import { indexed, indexPrices, offersOf } from './price-table.js';
import { refusedPrices } from './refused-prices.js';
import { offersIn, type SellerFile } from './seller-file.js';
import { sellerFilesIn } from './seller-files-in.js';
import type { PriceTable } from './types.js';
import { unlikeOthers } from './unlike-others.js';

/** What becomes of an offer that the table below has, too. */
export interface OverlayOptions {
  /** `replace`: yours takes its place, history included. `keep`: yours only fills gaps. Default: `replace`. */
  readonly existing?: 'replace' | 'keep' | undefined;
  /** Evidence of a later day is refused. Default: the clock. */
  readonly now?: (() => Date) | undefined;
}

/**
 * A price table with your own prices over another one.
 *
 * An offer of yours takes the place of the whole offer of the same seller and model; all others stay. Nothing that breaks a
 * rule gets in: the error says where and why, and the table below stays as it was. A text is measured before it is read.
 *
 * @param custom - One seller's prices in the form that `sellerFileSchema` describes, a list of several, or the JSON text of
 * either, of at most 10 million letters.
 * @param base - The table below. Default: the prices in the package.
 * @param options - What happens to offers that both have.
 *
 * @returns A new table for `createEstimator({ prices })`; it keeps copies, and they are frozen.
 *
 * @throws `PromptCostError` with the code `invalid-prices`.
 *
 * @example
 * ```ts
 * const prices = withPrices({
 *   seller: 'our-cluster',
 *   currency: 'EUR',
 *   sources: { contract: { ref: 'contract 7 of 2026', date: '2026-10-01' } },
 *   offers: [{ model: 'llama-3.3-70b', periods: [
 *     { from: '2026-10-01', rates: { input: '0.2', output: '1/3' }, sources: ['contract'], checked: '2026-10-01' },
 *   ] }],
 * });
 * const ours = { model: 'llama-3.3-70b', provider: 'our-cluster', at: '2026-11-25' };
 * const estimate = await createEstimator({ prices }).estimateCost({ ...ours, input: 1_000_000, output: 600_000 });
 * // 1,000,000 × 0.2/M + 600,000 × 1/3 of a euro a million: exact, although a third has no decimal
 * if (estimate.priced) estimate.cost.likely; // '0.4'
 * ```
 */
export function withPrices(
  custom: SellerFile | readonly SellerFile[] | string,
  base: PriceTable = bundledPrices,
  options: OverlayOptions = {},
): PriceTable {
  checkFields('options', options, { now: 'function?' });
  const { existing = 'replace', now = (): Date => new Date() } = options;
  if (existing !== 'replace' && existing !== 'keep')
    throw new PromptCostError('invalid-input', `existing is ${shown(existing)}. Pass 'replace' or 'keep'.`);
  const { asOf, offers: below, calendars } = indexed(base);
  const { files, problems, strangers } = sellerFilesIn(custom, calendars);
  const offers = files.flatMap(offersIn);
  const [problem] = [
    ...problems,
    ...strangers,
    ...offers.flatMap((offer) => [
      ...unlikeOthers(offer, offersOf(base, offer.model)),
      ...evidenceToCome(offer, now()),
    ]),
  ];
  if (problem) throw refusedPrices(problem);
  const known = [...below.values()].flat();
  const hidden = new Set((existing === 'keep' ? known : offers).map(({ id }) => id));
  const [above, under] = existing === 'keep' ? [known, offers] : [offers, known];
  return Object.freeze(
    indexPrices(asOf, [...frozen(above), ...frozen(under.filter(({ id }) => !hidden.has(id)))], calendars),
  );
}
