import type { Bill } from '../bill/index.js';
import { shown } from '../errors/index.js';
import { checkRequest, dearestEstimate, type EstimateRequest, type Estimator } from '../estimate/index.js';
import type { Currency } from '../meters/index.js';
import { denial } from './denial.js';
import { assertHoldId, freshHoldId } from './hold-id.js';
import { type OpenHold, openHold } from './open-hold.js';
import { decimalOf } from './picos.js';
import { type Quote, quote } from './quote.js';
import type { BudgetStore, CapLimit, HoldAnswer } from './store.js';
import type { Admission, BudgetRequest, Denial, Reservation, Settlement } from './types.js';

/** What a budget is made of, checked. */
export interface Gate {
  readonly capsOf: (request: BudgetRequest) => CapLimit[];
  readonly currency: Currency;
  readonly holdTtl: number;
  readonly store: BudgetStore;
  readonly estimator: Estimator;
  readonly now: () => Date | undefined;
  readonly onSettle: (settlement: Settlement) => void;
}

/** The public answer, and for a yes the hold behind it. */
export type Reserved =
  | { readonly admission: Denial }
  | { readonly admission: Extract<Admission, { ok: true }>; readonly hold: OpenHold };

type Quoted = Extract<Quote, { ok: true }>;
type Held = Extract<HoldAnswer, { outcome: 'held' }>;

/**
 * Asks for a call's highest cost under all of a budget's caps.
 *
 * @param asked - The call.
 * @param gate - The budget.
 *
 * @returns A reservation, or why not.
 */
export async function reserve(asked: BudgetRequest, gate: Gate): Promise<Reserved> {
  checkRequest(asked);
  const { id = freshHoldId(), labels: _, ...call } = asked;
  assertHoldId(id);
  const caps = gate.capsOf(asked);
  const at = call.at instanceof Date ? new Date(call.at) : (call.at ?? gate.now());
  const request: EstimateRequest = { ...call, at };
  const quoted = quote(request, await dearestEstimate(request, gate.estimator), gate.currency);
  if (!quoted.ok) return { admission: { ...quoted, reason: 'unpriced' } };

  let answer: HoldAnswer;
  try {
    answer = await gate.store.reserve({ id, amount: quoted.amount, caps, ttl: gate.holdTtl });
  } catch (error) {
    const message = `The ${gate.store.name} store did not answer, so the call is denied.`;
    return { admission: { ok: false, reason: 'store-unavailable', message, error } };
  }
  if (answer.outcome === 'denied')
    return { admission: await denial(answer, request, quoted, gate.estimator) };
  const taken = answer.outcome === 'conflict' ? 'held with another amount or scope' : answer.state;
  if (answer.outcome === 'conflict' || answer.state !== 'held') {
    const message = `The id ${shown(id)} is taken: it was ${taken} before. A new call takes a new id.`;
    return { admission: { ok: false, reason: 'conflict', message } };
  }
  return granted({ id, caps, request, quoted, answer }, gate);
}

interface Grant {
  readonly id: string;
  readonly caps: readonly CapLimit[];
  readonly request: EstimateRequest;
  readonly quoted: Quoted;
  readonly answer: Held;
}

function granted({ id, caps, request, quoted, answer }: Grant, gate: Gate): Reserved {
  const { estimate, amount, maxOutputTokens } = quoted;
  const { store, estimator } = gate;
  const { reservedAt, replayed } = answer;
  const held = decimalOf(amount);
  const onBill = (bill: Bill): void => gate.onSettle({ id, held, bill });
  const hold = openHold({ id, caps, reservedAt, store, request, estimate, held: amount, estimator, onBill });
  const reservation: Reservation = {
    id,
    held,
    maxOutputTokens,
    expiresAt: new Date(answer.expiresAt).toISOString(),
    replayed,
    warnings: estimate.warnings,
    settle: hold.settle,
    release: hold.release,
  };
  return { admission: { ok: true, reservation }, hold };
}
