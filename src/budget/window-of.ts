/** How long a cap's window lasts. Windows are calendar ones in UTC; a week starts on Monday; `total` never ends. */
export type Per = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'total';

/** Every kind of window, shortest first. */
export const PERS: readonly Per[] = ['minute', 'hour', 'day', 'week', 'month', 'total'];

/** A stretch of time, named by how it starts. */
export interface Window {
  /** `2026-11-24T03:16`, `2026-11-24T03`, `2026-11-24`, the Monday of a week, `2026-11`, or `total`. */
  readonly name: string;
  /** The first millisecond after it, since the epoch; `null` for a total. */
  readonly end: number | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
// The epoch, 1970-01-01, was a Thursday: the Monday after it lies four days later.
const FIRST_MONDAY = 4 * DAY;

/**
 * The window that an instant falls into.
 *
 * @param per - The kind of window.
 * @param at - Milliseconds since the epoch.
 *
 * @returns Its name and its end.
 *
 * @example
 * ```ts
 * // 2026-11-24 is a Tuesday.
 * windowOf('week', Date.parse('2026-11-24T03:16Z')).name; // '2026-11-23'
 * ```
 */
export function windowOf(per: Per, at: number): Window {
  switch (per) {
    case 'minute':
      return fixed(at, MINUTE, 0, 16);
    case 'hour':
      return fixed(at, HOUR, 0, 13);
    case 'day':
      return fixed(at, DAY, 0, 10);
    case 'week':
      return fixed(at, WEEK, FIRST_MONDAY, 10);
    case 'month':
      return month(at);
    case 'total':
      return { name: 'total', end: null };
  }
}

function fixed(at: number, length: number, offset: number, letters: number): Window {
  const start = Math.floor((at - offset) / length) * length + offset;
  return { name: new Date(start).toISOString().slice(0, letters), end: start + length };
}

function month(at: number): Window {
  const day = new Date(at);
  const end = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1);
  return { name: day.toISOString().slice(0, 7), end };
}
