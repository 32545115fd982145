import type { Problem } from './plain-data.js';
import type { Offer } from './types.js';

const DAY = 86_400_000;

/**
 * Evidence from the future: a day on which a price was read, or seen, that has not begun anywhere.
 *
 * @param offer - The offer.
 * @param now - The instant.
 *
 * @returns The day, or nothing.
 */
export function dayToCome({ periods }: Offer, now: Date): string | undefined {
  const days = periods.flatMap(({ checked, sources }) => [checked, ...sources.map(({ date }) => date)]);
  return days.find((day) => Date.parse(day) > now.getTime() + DAY);
}

/** The same as a problem of prices from outside. */
export function evidenceToCome(offer: Offer, now: Date): Problem[] {
  const day = dayToCome(offer, now);
  return day === undefined ? [] : [{ path: offer.id, reason: `evidence of ${day}, a day that has not come` }];
}
