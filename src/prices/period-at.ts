import type { Offer, Period } from './types.js';

/**
 * The period of an offer that holds at an instant.
 *
 * @param offer - The offer.
 * @param at - The instant.
 *
 * @returns The period; `'not-yet'` before the first, `'retired'` after the last.
 */
export function periodAt(offer: Offer, at: Date): Period | 'not-yet' | 'retired' {
  const now = at.getTime();
  const first = offer.periods[0];
  if (first?.from && now < Date.parse(first.from)) return 'not-yet';
  return offer.periods.find(({ until }) => until === null || now < Date.parse(until)) ?? 'retired';
}
