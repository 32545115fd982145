import type { Meter } from '../src/meters/index.js';
import { compare, type Rational, rational } from '../src/money/index.js';
import { exactRate } from '../src/prices/import/exact-rate.js';
import type { ForeignRow } from '../src/prices/import/foreign-row.js';
import { placeOf } from '../src/prices/import/place-of.js';
import { type Offer, offersOf, type Period, type PriceTable } from '../src/prices/index.js';
import { periodAt } from '../src/prices/period-at.js';
import type { PublishedList } from './sources.js';

/** What is compared: the two prices that every list has, and cached input. */
export const COMPARED: readonly Meter[] = ['input', 'output', 'cacheRead'];

/** One number in which a list and this library differ. */
export interface Disagreement {
  readonly source: string;
  readonly provider: string;
  readonly model: string;
  readonly meter: Meter;
  /** US dollars a million tokens. */
  readonly theirs: string;
  /** The same; of a model that is sold no more, what it was last, of one not sold yet, what it is first. */
  readonly ours: string;
}

/** A disagreement with all that a judgement may need. */
export interface Case extends Disagreement {
  /** The table that has our price. */
  readonly prices: PriceTable;
  readonly date: Date;
  /** The model as the list names it. */
  readonly id: string;
  readonly offer: Offer;
  /** Ours on that day, or the nearest to it. */
  readonly period: Period;
  readonly inForce: boolean;
  readonly value: Rational;
  /** All that the list says of the model, by meter. */
  readonly listed: ReadonlyMap<Meter, Rational>;
  /** Whether another row of the list has our number for the same model. */
  readonly alsoAgrees: boolean;
}

/** The plain price of a model at a seller, in some list. */
export interface ListedPrice {
  readonly provider: string;
  readonly model: string;
  /** The model as the list names it. */
  readonly id: string;
  readonly listed: ReadonlyMap<Meter, ListedRate>;
}

interface ListedRate {
  readonly value: Rational;
  /** As it is printed. */
  readonly rate: string;
}

/** How a list compares. */
export interface Comparison {
  readonly cases: readonly Case[];
  /** Offers that both have → numbers that are the same. */
  readonly agreeing: ReadonlyMap<string, ReadonlySet<Meter>>;
  /** Numbers that are the same, of models that were not sold on that day by what is known here. */
  readonly outOfTime: number;
}

/**
 * The plain price of every model and seller in a list that has names here.
 *
 * @param list - The list.
 * @param feed - Its content.
 */
export function pricesIn({ date: day, read }: PublishedList, feed: unknown): ListedPrice[] {
  const date = noonOf(day);
  return read(feed).flatMap((row) => {
    const place = placeOf(row, date);
    const listed = listedIn(row);
    if (!place || Object.keys(place.when).length > 0 || listed.size === 0) return [];
    return [{ provider: place.seller, model: place.model, id: row.id, listed }];
  });
}

/**
 * Holds a list against our prices on its day: the plain price of every model at every seller that both have.
 *
 * @param list - The list.
 * @param listedPrices - What it lists.
 * @param prices - Ours.
 *
 * @returns The numbers that differ, each once, and those that do not.
 */
export function compareList(
  { name, date: day }: PublishedList,
  listedPrices: readonly ListedPrice[],
  prices: PriceTable,
): Comparison {
  const date = noonOf(day);
  const cases = new Map<string, Omit<Case, 'alsoAgrees'>>();
  const agreeing = new Map<string, Set<Meter>>();
  const outOfTime = new Set<string>();
  for (const { provider, model, id, listed } of listedPrices) {
    const offer = offersOf(prices, model).find((each) => each.provider === provider);
    if (offer?.periods.at(-1)?.currency !== 'USD') continue;
    const found = periodAt(offer, date);
    const period = typeof found === 'object' ? found : offer.periods.at(found === 'retired' ? -1 : 0)!;
    const agreed = agreeing.get(offer.id) ?? new Set();
    agreeing.set(offer.id, agreed);
    const values = new Map([...listed].map(([each, { value }]) => [each, value]));
    for (const [meter, { value, rate: theirs }] of listed) {
      const ours = period.rates[meter];
      if (ours === undefined) continue; // ours is unknown, which is no disagreement
      if (compare(rational(ours), value) === 0) {
        agreed.add(meter);
        if (period !== found) outOfTime.add(`${offer.id} ${meter}`);
        continue;
      }
      const numbers = { source: name, provider, model, meter, theirs, ours };
      const rest = { prices, date, id, offer, period, inForce: period === found, value, listed: values };
      cases.set(`${offer.id} ${meter} ${theirs}`, { ...numbers, ...rest });
    }
  }
  const all = [...cases.values()].map((each) => ({
    ...each,
    alsoAgrees: agreeing.get(each.offer.id)!.has(each.meter),
  }));
  return { cases: all, agreeing, outOfTime: outOfTime.size };
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function listedIn(row: ForeignRow): Map<Meter, ListedRate> {
  const listed = new Map<Meter, ListedRate>();
  for (const each of row.periods.at(-1)?.rates ?? []) {
    if (!COMPARED.includes(each.meter) || each.value === null || each.value === undefined) continue;
    const exact = exactRate(each);
    if (exact) listed.set(each.meter, exact);
  }
  return listed;
}
