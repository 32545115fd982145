import type { Quantities } from '../meters/index.js';
import type { Conditions } from '../models/index.js';
import { toExact } from '../money/index.js';
import { periodAt } from './period-at.js';
import { type PricesInForce, priceInForce } from './price-in-force.js';
import { indexed } from './price-table.js';
import { DAY, MINUTE, scheduleEdges } from './schedule-edges.js';
import { scheduleHolds } from './schedule-holds.js';
import type { Calendars, Offer, PriceTable, Schedule } from './types.js';

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
  const found = new Map<string, PricesInForce>();
  let gaps = false;
  for (const at of states(table, offer, start, days)) {
    const price = priceInForce(table, offer, at, conditions, quantities);
    if (typeof price === 'string') gaps = true;
    else if (!found.has(fingerprint(price))) found.set(fingerprint(price), price);
  }
  return { prices: [...found.values()], gaps };
}

interface Walk {
  readonly first: number;
  readonly days: number;
  readonly calendars: Calendars;
  readonly states: readonly Date[];
}

// A walk through a week reads some fifty wall clocks, and calls come many a minute: the last one is kept by offer.
const walks = new WeakMap<Offer, Walk>();

/** One instant for each period and each set of schedules that hold: all that the clock can change. To the minute, as schedules are. */
function states(table: PriceTable, offer: Offer, start: Date, days: number): readonly Date[] {
  const { calendars } = indexed(table);
  const first = start.getTime() - (start.getTime() % MINUTE);
  const kept = walks.get(offer);
  if (kept?.first === first && kept.days === days && kept.calendars === calendars) return kept.states;
  const walk = { first, days, calendars, states: walked(offer, first, days, calendars) };
  walks.set(offer, walk);
  return walk.states;
}

function walked(offer: Offer, first: number, days: number, calendars: Calendars): readonly Date[] {
  const end = first + days * DAY;
  const schedules = schedulesWithin(offer, first, end);
  const bounds = offer.periods.flatMap(({ from, until }) => [from, until]);
  const moments = new Set([first, ...bounds.flatMap((bound) => (bound === null ? [] : [Date.parse(bound)]))]);
  for (const schedule of schedules) {
    for (let date = first - (first % DAY); date < end; date += DAY) {
      for (const edge of scheduleEdges(schedule, date)) moments.add(edge);
    }
  }
  const found = new Map<string, Date>();
  for (const ms of moments) {
    if (ms < first || ms >= end) continue;
    const at = new Date(ms);
    const period = periodAt(offer, at);
    const place = typeof period === 'string' ? period : offer.periods.indexOf(period);
    const holding = schedules.map((schedule) => scheduleHolds(schedule, at, calendars));
    const state = `${place} ${holding}`;
    if (!found.has(state)) found.set(state, at);
  }
  return [...found.values()];
}

function schedulesWithin(offer: Offer, first: number, end: number): readonly Schedule[] {
  const touched = offer.periods.filter(
    ({ from, until }) =>
      (from === null || Date.parse(from) < end) && (until === null || Date.parse(until) > first),
  );
  return touched.flatMap(({ rules }) => rules.flatMap(({ when }) => when.schedule ?? []));
}

function fingerprint({ rates, brackets }: PricesInForce): string {
  const shown = (map: PricesInForce['rates']): unknown =>
    [...map].map(([meter, rate]) => [meter, toExact(rate)]);
  return JSON.stringify([shown(rates), brackets.map(({ rates: own }) => shown(own))]);
}
