import { METERS, type Meter } from '../../meters/index.js';
import { ratio } from '../../money/index.js';
import { dayToCome } from '../day-to-come.js';
import type { PricesInForce } from '../price-in-force.js';
import type { IndexedPrices } from '../price-table.js';
import type { Offer, Period } from '../types.js';
import { chargesOf, priceUnder } from './charges.js';
import { caseText, circumstancesOf } from './circumstances.js';
import { sameData } from './same-data.js';
import { tooFar } from './too-far.js';
import { createWorth, type Worth } from './worth.js';

/** A change this large needs evidence that is younger than the evidence for the price it changes. */
const LARGE = ratio(3n, 1n);
/** A change this large needs the word of the caller. */
const HUGE = ratio(10n, 1n);
/** What a fee covers changes with it, and is not the news. */
const FEE_FIRST: readonly Meter[] = ['request', ...METERS.filter((meter) => meter !== 'request')];
/** Cases that are compared in all. */
const MOST_CASES = 100_000;

/**
 * Prices of a new table that are too far from those of a good one to be believed.
 *
 * What is held against each other is what calls are billed: each meter of each offer, in every case that the periods, rules and
 * calendars of the two tables tell apart, at any time. A price that was not there is held against those of others.
 *
 * @param fresh - The new table, whole.
 * @param good - The table that is good.
 * @param now - The instant.
 * @param allow - Offers that may change in any way.
 *
 * @returns Sentences with both numbers, one an offer.
 */
export function refusedChanges(
  fresh: IndexedPrices,
  good: IndexedPrices,
  now: Date,
  allow: readonly string[],
): string[] {
  const known = new Map([...good.offers.values()].flat().map((offer) => [offer.id, offer]));
  const worth = createWorth(good);
  const sameCalendars = sameData(fresh.calendars, good.calendars);
  let left = MOST_CASES;
  return [...fresh.offers.values()].flat().flatMap((offer) => {
    const before = known.get(offer.id);
    if (allow.includes(offer.id) || (sameCalendars && sameData(before, offer))) return [];
    const early = dayToCome(offer, now);
    if (early !== undefined) return [`${offer.id} has evidence of ${early}, a day that has not come`];
    const old = before ? [{ offer: before, calendars: good.calendars }] : [];
    const cases = circumstancesOf([...old, { offer, calendars: fresh.calendars }], now, left);
    if (!cases) return [`${offer.id} has more rules, days or hours than can be compared`];
    left -= cases.length;
    for (const each of cases) {
      const prices = {
        ours: before && priceUnder(good, before, each),
        theirs: priceUnder(fresh, offer, each),
      };
      const refused = refusedPrice({ offer, before, ...prices }, worth);
      if (refused !== undefined) return [`${offer.id} ${refused}${caseText(each, now)}`];
    }
    return [];
  });
}

interface Change {
  readonly offer: Offer;
  readonly before: Offer | undefined;
  /** Nothing where such a call is not priced. */
  readonly ours: PricesInForce | undefined;
  readonly theirs: PricesInForce | undefined;
}

function refusedPrice({ offer, before, ours, theirs }: Change, worth: Worth): string | undefined {
  const from = newest(ours ? [ours.period] : (before?.periods ?? []));
  const to = newest(theirs ? [theirs.period] : offer.periods);
  const isYounger = to > from;
  const limit = isYounger ? HUGE : LARGE;
  const wayOut =
    before && !isYounger
      ? `its newest source is of ${to}, ours of ${from}`
      : `allow: ['${offer.id}'] lets it`;
  if (!theirs) return ours && !isYounger ? `has no price any more; ${wayOut}` : undefined;
  const { currency } = theirs.period;
  if (ours && ours.period.currency !== currency)
    return `is in ${currency}; it was in ${ours.period.currency}`;
  for (const position of positions(ours, theirs)) {
    const known = ours && chargesOf(ours, position);
    const charges = chargesOf(theirs, position);
    for (const meter of FEE_FIRST) {
      const [was, is] = [known?.get(meter), charges.get(meter)];
      if (was && !is && !isYounger) return `has no rate of ${meter} any more; ${wayOut}`;
      if (!is) continue;
      const newcomer = { offer, before, currency, limit };
      const far = was ? tooFar(is, was, limit) : isOwn(meter, theirs) && worth.unlike(meter, is, newcomer);
      if (far) return `${meter} ${far}; ${wayOut}`;
    }
  }
  return undefined;
}

// What falls back to another rate is not held against those who have one of its own.
function isOwn(meter: Meter, { rates, brackets }: PricesInForce): boolean {
  return [rates, ...brackets.map((each) => each.rates)].some((each) => each.has(meter));
}

function positions(...prices: readonly (PricesInForce | undefined)[]): Set<number> {
  return new Set([0, ...prices.flatMap((price) => price?.brackets.map(({ after }) => after) ?? [])]);
}

function newest(periods: readonly Period[]): string {
  // ISO dates sort as strings.
  return periods
    .flatMap(({ sources }) => sources.map(({ date }) => date))
    .reduce((a, b) => (a > b ? a : b), '');
}
