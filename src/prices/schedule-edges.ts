import { wallClock } from './schedule-holds.js';
import type { Schedule } from './types.js';

/** Milliseconds of a day of UTC. */
export const DAY = 86_400_000;
/** Milliseconds of a minute, which is how finely schedules are drawn. */
export const MINUTE = 60_000;

/**
 * The instants at which a schedule may begin or cease to hold: midnights and window edges of the zone's dates that touch a
 * day of UTC, by the zone's offset at either end of it.
 *
 * @param schedule - The schedule.
 * @param start - The day's 00:00:00Z, in milliseconds.
 *
 * @returns Milliseconds, unsorted, some of them outside the day.
 */
export function scheduleEdges({ tz, windows = [] }: Schedule, start: number): number[] {
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
