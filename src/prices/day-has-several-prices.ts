import type { Conditions } from '../models/index.js';
import { toExact } from '../money/index.js';
import { priceInForce } from './price-in-force.js';
import { wallClock } from './schedule-holds.js';
import type { Offer, PriceTable, Schedule } from './types.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Whether the price of an offer changes within a day of UTC: at a new list price, or by the clock.
 *
 * @param prices - The table that holds the offer.
 * @param offer - The offer.
 * @param day - Its 00:00:00Z.
 * @param conditions - As for `priceInForce`.
 *
 * @returns `true` when 00:00Z stands for a day that has another price as well.
 */
export function dayHasSeveralPrices(
  prices: PriceTable,
  offer: Offer,
  day: Date,
  conditions: Conditions = {},
): boolean {
  const start = day.getTime();
  const moments = [start, ...changes(offer, start)].filter((ms) => ms >= start && ms < start + DAY);
  const answers = moments.map((ms) => fingerprint(prices, offer, new Date(ms), conditions));
  return new Set(answers).size > 1;
}

function changes(offer: Offer, start: number): number[] {
  const bounds = offer.periods.flatMap(({ from, until }) => [from, until]);
  const schedules = offer.periods.flatMap(({ rules }) => rules.flatMap(({ when }) => when.schedule ?? []));
  return [
    ...bounds.flatMap((bound) => (bound === null ? [] : [Date.parse(bound)])),
    ...schedules.flatMap((schedule) => edges(schedule, start)),
  ];
}

// Midnights and window edges of the zone's dates that touch the day, by the zone's offset at either end of it.
function edges({ tz, windows = [] }: Schedule, start: number): number[] {
  const clocks = ['00:00', ...windows.flat()];
  return [start, start + DAY].flatMap((ms) => {
    const { date, clock } = wallClock(new Date(ms), tz);
    const offset = Date.parse(`${date}T${clock}Z`) - ms;
    return clocks.flatMap((edge) =>
      [-DAY, 0, DAY].map((shift) => Date.parse(`${date}T00:00Z`) + shift + minutes(edge) * MINUTE - offset),
    );
  });
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}

function fingerprint(prices: PriceTable, offer: Offer, at: Date, conditions: Conditions): string {
  const found = priceInForce(prices, offer, at, conditions);
  if (typeof found === 'string') return found;
  return JSON.stringify([...found.rates].map(([meter, rate]) => [meter, toExact(rate)]));
}
