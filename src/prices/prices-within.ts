import type { Quantities } from '../meters/index.js';
import type { Conditions } from '../models/index.js';
import { toExact } from '../money/index.js';
import { type PricesInForce, priceInForce } from './price-in-force.js';
import { DAY, scheduleEdges } from './schedule-edges.js';
import type { Offer, PriceTable } from './types.js';

/** The prices an offer takes within a stretch of time. */
export interface PricesWithin {
  /** Each price once, the one at the start first. */
  readonly prices: readonly PricesInForce[];
  /** Whether there is an instant in the stretch at which it was not sold yet, or no longer. */
  readonly gaps: boolean;
}

/**
 * Every price that an offer takes within a stretch of time: at new list prices, and by the clock.
 *
 * @param table - The table that holds the offer.
 * @param offer - The offer.
 * @param start - The first instant.
 * @param days - The length of the stretch.
 * @param conditions - As for `priceInForce`.
 * @param quantities - As for `priceInForce`.
 *
 * @returns The prices, each once.
 */
export function pricesWithin(
  table: PriceTable,
  offer: Offer,
  start: Date,
  days: number,
  conditions: Conditions = {},
  quantities: Quantities = {},
): PricesWithin {
  const first = start.getTime();
  const moments = changes(offer, first, days).filter((ms) => ms > first && ms < first + days * DAY);
  const found = new Map<string, PricesInForce>();
  let gaps = false;
  for (const ms of [first, ...new Set(moments)]) {
    const price = priceInForce(table, offer, new Date(ms), conditions, quantities);
    if (typeof price === 'string') gaps = true;
    else if (!found.has(fingerprint(price))) found.set(fingerprint(price), price);
  }
  return { prices: [...found.values()], gaps };
}

function changes(offer: Offer, first: number, days: number): number[] {
  const bounds = offer.periods.flatMap(({ from, until }) => [from, until]);
  const touched = offer.periods.filter(
    ({ from, until }) =>
      (from === null || Date.parse(from) < first + days * DAY) &&
      (until === null || Date.parse(until) > first),
  );
  const schedules = touched.flatMap(({ rules }) => rules.flatMap(({ when }) => when.schedule ?? []));
  const midnight = first - (first % DAY);
  const dates = schedules.length === 0 ? [] : Array.from({ length: days + 1 }, (_, n) => midnight + n * DAY);
  return [
    ...bounds.flatMap((bound) => (bound === null ? [] : [Date.parse(bound)])),
    ...schedules.flatMap((schedule) => dates.flatMap((date) => scheduleEdges(schedule, date))),
  ];
}

function fingerprint({ rates, brackets }: PricesInForce): string {
  const shown = (map: PricesInForce['rates']): unknown =>
    [...map].map(([meter, rate]) => [meter, toExact(rate)]);
  return JSON.stringify([shown(rates), brackets.map(({ rates: own }) => shown(own))]);
}
