import { PromptCostError, reading, shown } from '../errors/index.js';

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d):(\d\d))$/;

/**
 * The instant that a caller means.
 *
 * A date alone is its 00:00:00Z. A time needs its zone: `2025-06-01T20:00` would be another instant, and another price, on
 * every machine.
 *
 * @param at - A `Date`, or `"2025-01-27"`, `"2025-06-01T20:00Z"`, `"2025-06-01T22:00:00+02:00"`.
 *
 * @returns The instant as a new `Date`.
 */
export function parseInstant(at: Date | string): Date {
  return reading('The instant', () => instantOf(at));
}

function instantOf(at: Date | string): Date {
  if (typeof at === 'string') {
    const date = DATE.test(at) ? at : undefined;
    const moment = MOMENT.exec(at);
    if ((date && isCalendarDate(date)) || (moment && isCalendarDate(moment[1]!) && isClockTime(moment))) {
      return new Date(at);
    }
  } else if (at instanceof Date && !Number.isNaN(at.getTime())) {
    return new Date(at.getTime());
  }
  throw new PromptCostError(
    'invalid-instant',
    `${at instanceof Date ? 'An invalid Date' : shown(at)} is not an instant. ${wayOut(at)}`,
  );
}

/**
 * Whether an instant was given as a date without a time.
 *
 * @param at - As the caller gave it.
 *
 * @returns `true` for `"2025-01-27"`.
 */
export function isDateAlone(at: unknown): boolean {
  return typeof at === 'string' && DATE.test(at);
}

/**
 * An instant as price periods write it.
 *
 * @param at - The instant.
 *
 * @returns For example `"2025-09-05T16:00:00Z"`, or `"2025-09-29"` for a midnight.
 */
export function instantText(at: Date): string {
  return at
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace(/T00:00:00Z$/, '');
}

// new Date('2025-02-30') is the second of March.
function isCalendarDate(date: string): boolean {
  const parsed = new Date(date);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function isClockTime([
  ,
  ,
  hour,
  minute,
  second = '0',
  zoneHour = '0',
  zoneMinute = '0',
]: RegExpExecArray): boolean {
  const below = (limit: number, text: string | undefined): boolean => Number(text) < limit;
  return (
    below(24, hour) && below(60, minute) && below(60, second) && below(24, zoneHour) && below(60, zoneMinute)
  );
}

function wayOut(at: unknown): string {
  const zoneless = typeof at === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d[:.\d]*$/.test(at);
  return zoneless
    ? 'Add its zone: "2025-06-01T20:00Z".'
    : 'Write a date such as "2025-06-01" or a time with its zone such as "2025-06-01T20:00Z".';
}
