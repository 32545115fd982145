import { METERS, type Meter } from '../../meters/index.js';
import { compare, multiply, type Rational, ratio, rational, toExact } from '../../money/index.js';
import { periodAt } from '../period-at.js';
import type { IndexedPrices } from '../price-table.js';
import type { Offer, Period } from '../types.js';

/** A change this large needs evidence that is younger than the evidence for the price it changes. */
const LARGE = ratio(3n, 1n);
/** A change this large needs the word of the caller. */
const HUGE = ratio(10n, 1n);

/**
 * Prices of a feed that are too far from those in force to be believed.
 *
 * What a feed says of now and of later counts, under every rule. What it says of the past, it says of bills already paid.
 *
 * @param feed - The feed.
 * @param current - The table that is good.
 * @param now - The instant.
 * @param allow - Offers that may change by any factor.
 *
 * @returns Sentences with both numbers.
 */
export function refusedChanges(
  feed: IndexedPrices,
  current: IndexedPrices,
  now: Date,
  allow: readonly string[],
): string[] {
  const known = new Map([...current.offers.values()].flat().map((offer) => [offer.id, offer]));
  return [...feed.offers.values()].flat().flatMap((offer) => {
    const before = known.get(offer.id);
    const ours = before && periodAt(before, now);
    if (typeof ours !== 'object' || allow.includes(offer.id)) return [];
    return comingOf(offer, now).flatMap((period) => {
      // What the table already has to come is no change.
      const then = periodAt(before!, startOf(period, now));
      return refusedChange(offer.id, period, typeof then === 'object' ? then : ours) ?? [];
    });
  });
}

function startOf({ from }: Period, now: Date): Date {
  return from !== null && Date.parse(from) > now.getTime() ? new Date(from) : now;
}

function comingOf({ periods }: Offer, now: Date): readonly Period[] {
  return periods.filter(({ until }) => until === null || Date.parse(until) > now.getTime());
}

function refusedChange(id: string, theirs: Period, ours: Period): string | undefined {
  if (theirs.currency !== ours.currency) return `${id} is in ${theirs.currency}; it was in ${ours.currency}`;
  const [fresh, known] = [boundsOf(theirs), boundsOf(ours)];
  const younger = newest(theirs) > newest(ours);
  for (const [meter, { least, most }] of fresh) {
    const was = known.get(meter);
    if (!was) continue;
    const limit = younger ? HUGE : LARGE;
    const above = compare(most, multiply(was.most, limit)) > 0;
    const below = compare(multiply(least, limit), was.least) < 0;
    if (!above && !below) continue;
    const [from, to] = above ? [was.most, most] : [was.least, least];
    const wayOut = younger
      ? `allow: ['${id}'] lets it`
      : `its newest source is of ${newest(theirs)}, ours of ${newest(ours)}`;
    return `${id} ${meter} goes from ${toExact(from)} to ${toExact(to)}, more than ${toExact(limit)} times; ${wayOut}`;
  }
  return undefined;
}

function newest({ sources }: Period): string {
  return sources.map(({ date }) => date).reduce((a, b) => (a > b ? a : b));
}

interface Bounds {
  readonly least: Rational;
  readonly most: Rational;
}

/** The least and the most of each meter, with and without each rule. */
function boundsOf({ rates, rules }: Period): Map<Meter, Bounds> {
  const bounds = new Map<Meter, Bounds>();
  const widen = (meter: Meter, rate: Rational): void => {
    const { least, most } = bounds.get(meter) ?? { least: rate, most: rate };
    bounds.set(meter, {
      least: compare(rate, least) < 0 ? rate : least,
      most: compare(rate, most) > 0 ? rate : most,
    });
  };
  for (const each of [rates, ...rules.flatMap((rule) => (rule.kind === 'replace' ? [rule.rates] : []))]) {
    for (const meter of METERS) if (each[meter] !== undefined) widen(meter, rational(each[meter]));
  }
  for (const rule of rules) {
    if (rule.kind !== 'multiply') continue;
    for (const [meter, { least, most }] of [...bounds]) {
      if (!(rule.only?.includes(meter) ?? true)) continue;
      widen(meter, multiply(least, rational(rule.by)));
      widen(meter, multiply(most, rational(rule.by)));
    }
  }
  return bounds;
}
