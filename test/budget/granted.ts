import type { Admission, Reservation } from '../../src/budget/index.js';

/** The reservation of a call that must pass. */
export async function granted(asked: Promise<Admission>): Promise<Reservation> {
  const admission = await asked;
  if (!admission.ok) throw new Error(admission.message);
  return admission.reservation;
}
