import type { Quantities } from '../../meters/index.js';
import type { Conditions } from '../../models/index.js';
import { instantText } from '../parse-instant.js';
import { periodAt } from '../period-at.js';
import { ruleHolds } from '../rule-holds.js';
import { DAY, scheduleEdges } from '../schedule-edges.js';
import { scheduleHolds } from '../schedule-holds.js';
import type { Calendars, Comparison, Offer, Schedule, When } from '../types.js';

/** A call that some rules tell from others: when, how, and of which size. */
export interface Circumstance {
  readonly at: Date;
  readonly conditions: Conditions;
  readonly quantities: Quantities;
}

/** An offer, and the calendars that its schedules name. */
export interface Scheduled {
  readonly offer: Offer;
  readonly calendars: Calendars;
}

/** More instants than any honest offer has bounds and hours. */
const MOST_INSTANTS = 20_000;
const SEASON = 91 * DAY;
const WEEK = 7;

/**
 * Every case that the periods and rules of some offers tell apart, once: two calls that differ in nothing a rule looks at have the
 * same price, so one stands for both.
 *
 * @param offers - For example the old and the new version of one.
 * @param now - An instant that is among them.
 * @param most - How many are worth the time.
 *
 * @returns The cases; nothing where there are more.
 */
export function circumstancesOf(
  offers: readonly Scheduled[],
  now: Date,
  most: number,
): readonly Circumstance[] | undefined {
  const whens = offers.flatMap(({ offer }) =>
    offer.periods.flatMap(({ rules }) => rules.map((rule) => rule.when)),
  );
  const instants = instantsOf(offers, whens, now);
  if (!instants) return undefined;
  const told = <Value>(
    key: keyof When,
    values: readonly Value[],
    as: (value: Value) => Partial<Circumstance>,
  ) =>
    distinct(values, (value) => {
      const { conditions = {}, quantities: { input = 0, output = 0 } = {} } = as(value);
      const circumstances = { at: now, conditions, size: { prompt: input, output }, calendars: {} };
      return whens.map((when) => when[key] === undefined || ruleHolds({ [key]: when[key] }, circumstances));
    });
  const words = (key: 'serviceTier' | 'speed' | 'region' | 'variant'): readonly Conditions[] =>
    told(key, [undefined, ...whens.flatMap((when) => when[key] ?? [])], (word) => ({
      conditions: named(key, word),
    })).map((word) => named(key, word));
  const sizes = (key: 'promptTokens' | 'outputTokens', meter: 'input' | 'output'): readonly Quantities[] =>
    told(key, whens.flatMap((when) => around(when[key])).concat(1), (tokens) => ({
      quantities: { [meter]: tokens },
    })).map((tokens) => ({ [meter]: tokens }));
  const thoughts = told('thinking', [false, true], (thinking) => ({ conditions: { thinking } }));
  const ways = [
    words('serviceTier'),
    words('speed'),
    words('region'),
    words('variant'),
    thoughts.map((thinking): Conditions => (thinking ? { thinking } : {})),
  ];
  const amounts = [sizes('promptTokens', 'input'), sizes('outputTokens', 'output')];
  const cases = [instants, ...ways, ...amounts].reduce((product, { length }) => product * length, 1);
  if (cases > most) return undefined;
  const [conditions, quantities] = [merged(ways), merged(amounts)];
  return instants.flatMap((at) =>
    conditions.flatMap((how) => quantities.map((size) => ({ at, conditions: how, quantities: size }))),
  );
}

/** A case in words, for the end of a sentence; nothing for the plain one. */
export function caseText(
  { at, conditions, quantities: { input = 0, output = 0 } }: Circumstance,
  now: Date,
): string {
  const words = [
    ...(at.getTime() === now.getTime() ? [] : [`at ${instantText(at)}`]),
    ...Object.entries(conditions).map(([name, value]) => `${name} ${value}`),
    ...(input > 1 ? [`${input} tokens in`] : []),
    ...(output > 1 ? [`${output} tokens out`] : []),
  ];
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

/** One instant for each pair of periods and each set of schedules that hold, in every season and on every holiday. */
function instantsOf(offers: readonly Scheduled[], whens: readonly When[], now: Date): Date[] | undefined {
  const bounds = offers
    .flatMap(({ offer }) => offer.periods.flatMap(({ from, until }) => [from, until]))
    .flatMap((bound) => (bound === null ? [] : [Date.parse(bound)]));
  const begun = [...new Set(bounds)];
  const seasons = [0, 1, 2, 3].map((season) => now.getTime() + season * SEASON);
  const moments = new Set([...seasons, ...begun, ...begun.map((bound) => bound - 1)]);
  const schedules = distinct(
    whens.flatMap(({ schedule }) => schedule ?? []),
    (schedule) => [JSON.stringify(schedule)],
  );
  for (const schedule of schedules) {
    for (const day of daysOf(schedule, [...seasons, ...begun], offers)) {
      for (const edge of scheduleEdges(schedule, day - (day % DAY))) moments.add(edge);
      if (moments.size > MOST_INSTANTS) return undefined;
    }
  }
  return distinct(
    [...moments].map((ms) => new Date(ms)),
    (at) => [
      ...offers.map(({ offer }) => placeOf(offer, at)),
      ...schedules.flatMap((schedule) =>
        offers.map(({ calendars }) => scheduleHolds(schedule, at, calendars)),
      ),
    ],
  );
}

function daysOf(schedule: Schedule, starts: readonly number[], offers: readonly Scheduled[]): Set<number> {
  const name = schedule.exceptCalendar;
  const holidays = offers.flatMap(({ calendars }) => (name && calendars[name]?.holidays) || []);
  const weeks = starts.flatMap((start) => Array.from({ length: WEEK + 1 }, (_, day) => start + day * DAY));
  return new Set([...weeks, ...holidays.map((holiday) => Date.parse(holiday))]);
}

function placeOf(offer: Offer, at: Date): number | string {
  const period = periodAt(offer, at);
  return typeof period === 'string' ? period : offer.periods.indexOf(period);
}

// The numbers at which a comparison may turn.
function around(bounds: Comparison | undefined): number[] {
  return Object.values(bounds ?? {}).flatMap((bound: number) => [Math.max(0, bound - 1), bound, bound + 1]);
}

function named(key: keyof Conditions, word: string | undefined): Conditions {
  return word === undefined ? {} : { [key]: word };
}

/** The first of all values that cannot be told apart. */
function distinct<Value>(values: readonly Value[], mark: (value: Value) => readonly unknown[]): Value[] {
  const found = new Map<string, Value>();
  for (const value of values) {
    const key = mark(value).join(' ');
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** Every way to take one of each list, as one object. */
function merged<Part extends object>(lists: readonly (readonly Part[])[]): Part[] {
  return lists.reduce<Part[]>(
    (all, list) => all.flatMap((one) => list.map((other) => ({ ...one, ...other }))),
    [{} as Part],
  );
}
