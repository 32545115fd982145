import { indexed } from './price-table.js';
import { scheduleHolds, wallClock } from './schedule-holds.js';
import type { Calendar, Period, PriceTable } from './types.js';

/** A day of which nobody here knows whether it is a holiday. */
export interface CalendarGap extends Pick<Calendar, 'from' | 'until'> {
  readonly name: string;
  /** The day, by the clock of the schedule's zone. */
  readonly date: string;
}

/**
 * The calendar that a schedule of a period asks in vain about an instant: the day is outside the days it covers.
 *
 * The schedule then holds as if the day were a working day. Weekdays and hours at which it would not hold anyway need no calendar.
 *
 * @param table - The table, for its calendars.
 * @param period - The period.
 * @param at - The instant.
 *
 * @returns The gap; `undefined` when the day is known, or does not matter.
 */
export function calendarGap(table: PriceTable, period: Period, at: Date): CalendarGap | undefined {
  const { calendars } = indexed(table);
  for (const { when } of period.rules) {
    const { schedule } = when;
    const name = schedule?.exceptCalendar;
    if (!schedule || name === undefined) continue;
    if (!scheduleHolds(schedule, at, calendars)) continue;
    const { date } = wallClock(at, schedule.tz);
    const { from, until } = calendars[name] ?? { from: '', until: '' };
    if (date < from || date >= until) return { name, from, until, date };
  }
  return undefined;
}
