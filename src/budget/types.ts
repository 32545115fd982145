import type { Bill, Unpriced, Warning } from '../bill/index.js';
import type { EstimateRequest, Estimator } from '../estimate/index.js';
import type { Currency } from '../meters/index.js';
import type { BudgetStore } from './store.js';
import type { Per } from './window-of.js';

/** At most so much money, for one scope, in one kind of window. */
export interface Cap {
  /** Whose money: `org`, or a function such as `(r) => 'user:' + r.labels?.user`. */
  readonly scope: string | ((request: BudgetRequest) => string);
  /** A decimal string of the budget's currency with at most 12 decimals: `"500"`, `"0.05"`. */
  readonly limit: string;
  /** A calendar window in UTC (a week starts on Monday), or `total`, which never resets. */
  readonly per: Per;
}

/** A call that asks for money. */
export interface BudgetRequest extends EstimateRequest {
  /** Names the hold, so that a repeated reserve is one hold. Default: a random id. */
  readonly id?: string;
  /** For `scope` functions: who asks, on whose behalf. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Money set aside for one call. It ends in exactly one `settle` or `release`; left alone it expires and is charged in full. */
export interface Reservation {
  readonly id: string;
  /** What is set aside: the call's highest cost, rounded up at 12 decimals. */
  readonly held: string;
  /** Send this as the call's `max_tokens`: the hold covers no more, for each of its answers. */
  readonly maxOutputTokens: number;
  readonly expiresAt: string;
  /** Whether the same request was held before under this id. */
  readonly replayed: boolean;
  /** What the estimate said beside its number. */
  readonly warnings: readonly Warning[];
  /**
   * Posts what the call cost, at the price that was in force when it was reserved; the rest of the hold is free again.
   *
   * Usage that is missing or cannot be priced charges the whole hold (warning `hold-charged`); more than was held is posted
   * all the same (warning `overrun`). The first settle stands: later ones return its bill.
   */
  settle(usage: unknown): Promise<Bill>;
  /** Gives the whole hold back. Only for a call that never left. After a settle or an expiry it changes nothing. */
  release(): Promise<void>;
}

/** Why a call cannot be priced for this budget. */
export type Unpriceable =
  /** No price is known: {@link Denial.price} says why. */
  | 'no-price'
  /** It is priced in another currency than the caps. */
  | 'other-currency'
  /** No bound on the answer: the request states no output, and the model's maximum is not known. */
  | 'no-output-limit'
  /** No bound on how often a tool that the provider runs is used: neither the tool nor `toolUses` states one. */
  | 'no-tool-limit';

/** No. Nothing was held. */
export interface Denial {
  readonly ok: false;
  /**
   * - `denied`: a cap has no room.
   * - `unpriced`: what cannot be priced is never let through.
   * - `conflict`: the id is taken, by another amount or scope, or by a call that is over.
   * - `store-unavailable`: the store threw, so nobody knows.
   */
  readonly reason: 'denied' | 'unpriced' | 'conflict' | 'store-unavailable';
  /** A sentence that says why, with the numbers and the way out. */
  readonly message: string;
  /** The scope of the cap with the least room. */
  readonly cap?: string;
  readonly per?: Per;
  /** What this call would have held. */
  readonly need?: string;
  /** The room left under that cap. */
  readonly remaining?: string;
  /** The longest answer that would fit, all else equal; 0 when not even the input does. */
  readonly affordableOutputTokens?: number;
  /** When the cap's window ends; absent for a total. */
  readonly resetsAt?: string;
  readonly unpriceable?: Unpriceable;
  readonly price?: Unpriced;
  /** What the store threw. */
  readonly error?: unknown;
}

/** May the call go out? */
export type Admission = { readonly ok: true; readonly reservation: Reservation } | Denial;

/** How a hold ended: with a bill, or, inside `run`, with a store that failed; the hold then expires and is charged in full. */
export type Settlement =
  | { readonly id: string; readonly held: string; readonly bill: Bill }
  | { readonly id: string; readonly held: string; readonly error: unknown };

/**
 * Caps, and the gate in front of them.
 *
 * @example
 * ```ts
 * const budget = createBudget({ caps: [{ scope: 'org', limit: '0.10', per: 'total' }] });
 * const request = { model: 'o1', input: 1_000, output: { max: 1_000 }, at: '2025-01-27' };
 * const admission = await budget.reserve(request);
 * if (admission.ok) {
 *   admission.reservation.held; // '0.075': 1,000 × $15/M + 1,000 × $60/M
 *   const bill = await admission.reservation.settle({ prompt_tokens: 1_000, completion_tokens: 200 });
 *   if (bill.priced) bill.total; // '0.027'
 * }
 * const next = await budget.reserve(request);
 * if (!next.ok) next.message; // '"org" has $0.073 left in total, and this call may cost up to $0.075. Ask for at most 966 output tokens.'
 * ```
 */
export interface Budget {
  /** Estimates the call and sets its highest cost aside under every cap, or under none. */
  reserve(request: BudgetRequest): Promise<Admission>;
  /**
   * Reserves, calls, settles.
   *
   * On success the reply's usage is settled; on an error or abort the usage the error knows (`error.usage`), or else the whole
   * hold, since the call may have been billed. The caller's error is thrown on as it is. A `call` that releases its
   * reservation before it throws says that nothing left.
   *
   * An id that was used before is refused: `run` always calls, and one hold is for one call.
   *
   * @param request - What will be sent.
   * @param call - Sends it. Pass on `grant.maxOutputTokens`.
   * @param usageOf - Finds the usage in the reply. Default: `reply.usage`.
   *
   * @returns The reply. Throws `budget-denied`, naming the cap, the need and the room, when the call may not go out.
   */
  run<T>(
    request: BudgetRequest,
    call: (grant: Reservation) => Promise<T>,
    usageOf?: (reply: T) => unknown,
  ): Promise<T>;
}

/** All but `caps` optional. */
export interface BudgetOptions {
  /** At least one; no two with the same scope and window. */
  readonly caps: readonly Cap[];
  /** Where the books are kept. Default: this process's memory. */
  readonly store?: BudgetStore;
  /** What prices the calls. Default: bundled prices and encodings. */
  readonly estimator?: Estimator;
  /** The currency of the caps; calls priced in another are denied. Default: USD. */
  readonly currency?: Currency;
  /** Milliseconds until a hold expires and is charged in full: longer than the slowest call. Default: 600,000. */
  readonly holdTtl?: number;
  /**
   * The clock of prices and of the default store. Default: the system's; with an `estimator` of your own and no `now`, that
   * estimator's clock says the price at the reserve and again at the settle.
   */
  readonly now?: () => Date;
  /** Told of every bill, and of a settle that failed inside `run`. What it throws is ignored. */
  readonly onSettle?: (settlement: Settlement) => void;
}
