import type { Per } from './window-of.js';

/**
 * Money as a whole number of picos: 1e-12 of the currency, so `$0.05` is `50_000_000_000n`.
 *
 * A bigint inside a process. A store that keeps it elsewhere writes the digits as a string, or as a signed 64-bit
 * integer (SQLite, Redis `HINCRBY`), which holds 9,223,372 of the currency: no cap may exceed 9,000,000. A Lua number or a
 * JS number is exact only up to 9,007 of the currency (2^53 picos), so a script compares amounts in two halves.
 */
export type Picos = bigint;

/** Where a hold stands. It resolves once; only an expired or released hold may still become settled. */
export type HoldState = 'held' | 'settled' | 'released' | 'expired';

/** Whose money, in which kind of window. The store derives the window itself from its own clock. */
export interface CapKey {
  readonly scope: string;
  readonly per: Per;
}

/** A cap as the store sees it: at most `limit` spent and held in one window. */
export interface CapLimit extends CapKey {
  readonly limit: Picos;
}

/** What is to be held, under every cap at once. */
export interface HoldRequest {
  readonly id: string;
  readonly amount: Picos;
  readonly caps: readonly CapLimit[];
  /** Milliseconds until the hold expires and is charged in full. */
  readonly ttl: number;
}

/**
 * The answer to a reserve.
 *
 * - `held`: under all caps. `replayed` when the same id, amount and caps were held before: the first answer again, with the state
 *   the hold is in now. A replay changes nothing.
 * - `denied`: at least one cap has no room and nothing was written. `cap` is the one with the least room, `remaining` its room
 *   (never below 0), `resetsAt` the end of its window (milliseconds, `null` for a total).
 * - `conflict`: the id is taken by another amount or other caps.
 */
export type HoldAnswer =
  | {
      readonly outcome: 'held';
      readonly replayed: boolean;
      readonly state: HoldState;
      /** Milliseconds of the store's clock; names the windows that the spend will belong to. */
      readonly reservedAt: number;
      readonly expiresAt: number;
    }
  | {
      readonly outcome: 'denied';
      readonly cap: CapLimit;
      readonly remaining: Picos;
      readonly resetsAt: number | null;
    }
  | { readonly outcome: 'conflict' };

/** What a call really cost. `caps` and `reservedAt` let a store that has lost the hold post the spend where it belongs. */
export interface SettleRequest {
  readonly id: string;
  readonly amount: Picos;
  readonly caps: readonly CapKey[];
  /** From the answer to the reserve; a call that was never reserved leaves it out and is posted now. */
  readonly reservedAt?: number;
}

/**
 * The answer to a settle.
 *
 * - `settled`: posted. `from` says what the id was before: `held` is the usual case; `expired` corrects what expiry charged;
 *   `released` and `unknown` post money that no hold stood for. `replayed` when the same amount was settled before.
 * - `conflict`: another amount was settled before, and stands.
 */
export type SettleAnswer =
  | { readonly outcome: 'settled'; readonly from: HoldState | 'unknown'; readonly replayed: boolean }
  | { readonly outcome: 'conflict'; readonly settled: Picos };

/** The answer to a release: a hold that was settled or has expired keeps its charge and answers `conflict`. */
export type ReleaseAnswer =
  | { readonly outcome: 'released'; readonly replayed: boolean }
  | { readonly outcome: 'conflict'; readonly state: 'settled' | 'expired' }
  | { readonly outcome: 'unknown' };

/** What one cap's window holds: `spent` is posted for good, `held` is promised to calls on their way. */
export interface Balance extends CapKey {
  /** For example `2026-11-24T03` or `total`. */
  readonly window: string;
  readonly spent: Picos;
  readonly held: Picos;
}

/**
 * The one place where a budget's money is written down.
 *
 * Every method is one atomic step by the store's own clock: no reader ever sees half of it, and the clocks of callers do not
 * matter. What a store must keep, whatever it is made of:
 *
 * - All caps or none: a denial leaves no trace.
 * - For every cap and window, `held` is the sum of its holds, and a reserve never lifts `spent + held` over the limit.
 * - Spend belongs to the window of the reserve, however late it is settled.
 * - An expired hold is charged in full: its call may have left. A late settle corrects that.
 * - Spent money is always posted, even for an id the store no longer knows.
 * - Resolved ids are remembered for a stated time, so that a repeated message changes nothing.
 *
 * A method that throws means "unknown": the budget then denies.
 */
export interface BudgetStore {
  /** For messages: `memory`, `redis`. */
  readonly name: string;
  reserve(hold: HoldRequest): Promise<HoldAnswer>;
  settle(settlement: SettleRequest): Promise<SettleAnswer>;
  release(id: string): Promise<ReleaseAnswer>;
  /** Charges what has expired and forgets what was remembered long enough. Every method does so too; a timer may, in quiet times. */
  sweep(): Promise<void>;
  /** Every window with money in it, for reports and for checking the books. */
  balances(): Promise<readonly Balance[]>;
}
