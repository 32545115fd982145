import type { Calendars, Schedule } from './types.js';

/**
 * Whether an instant falls into a schedule, by the clocks of its zone.
 *
 * @param schedule - Days, hours, holidays.
 * @param at - The instant.
 * @param calendars - The holidays by calendar.
 *
 * @returns `true` while it holds: from the first minute of a window until just before its last.
 */
export function scheduleHolds(schedule: Schedule, at: Date, calendars: Calendars): boolean {
  const { date, weekday, clock } = wallClock(at, schedule.tz);
  if (schedule.days && !schedule.days.includes(weekday)) return false;
  if (schedule.exceptCalendar && calendars[schedule.exceptCalendar]?.holidays.includes(date)) return false;
  return schedule.windows?.some(([from, until]) => within(clock, from, until)) ?? true;
}

/** What a clock and a calendar on a wall show. */
export interface WallClock {
  /** `"2026-09-25"` */
  readonly date: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `"09:30"` */
  readonly clock: string;
}

/**
 * The wall clock of a zone at an instant.
 *
 * @param at - The instant.
 * @param tz - An IANA zone.
 *
 * @returns Its date, weekday and time.
 */
export function wallClock(at: Date, tz: string): WallClock {
  const parts = new Map(
    formatter(tz)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return {
    date,
    weekday: new Date(date).getUTCDay() || 7,
    clock: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

// A formatter costs more than all else here, and is the same each time: kept by zone.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tz: string): Intl.DateTimeFormat {
  const kept = formatters.get(tz);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(tz, made);
  return made;
}

// Clock times of two digits sort as strings; a window such as 16:30 to 00:30 goes over midnight.
function within(clock: string, from: string, until: string): boolean {
  return from < until ? clock >= from && clock < until : clock >= from || clock < until;
}
