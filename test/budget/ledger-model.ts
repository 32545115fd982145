import type { BudgetStore, CapLimit, Picos } from '../../src/budget/index.js';

// The ledger's rules a second time, as slowly and plainly as possible: a list of everything that ever happened, summed anew
// for each question; beside it the caller, who remembers what was granted, and the provider, who knows what was really used.
// Any BudgetStore can be put against it.

/** What the store must be made with, so that forgetting happens within a sequence. */
export const RETENTION = 40_000;
export const MINUTE = 60_000;

export interface World {
  readonly store: BudgetStore;
  /** Milliseconds; the store's clock reads it. */
  readonly clock: { at: number };
  readonly caps: readonly CapLimit[];
}

/** One entry in the books, from its reserve (or its post) until for ever. */
export interface Entry {
  readonly id: string;
  /** 0 for what was posted without a hold. */
  readonly amount: Picos;
  readonly posted: boolean;
  readonly reservedAt: number;
  readonly expiresAt: number;
  state: 'held' | 'settled' | 'released' | 'expired';
  wasReleased: boolean;
  /** Settled by somebody who does not know what the call used. */
  misreported: boolean;
  charged: Picos;
  resolvedAt: number;
  forgotten: boolean;
  /** Its minute is over and every entry of it forgotten: the books of that minute are closed for good. */
  closed: boolean;
}

/** What a caller remembers of its latest grant under an id, and what the provider charged for the call. */
export interface Grant {
  readonly entry: Entry;
  real?: Picos;
}

export class Model {
  readonly entries: Entry[] = [];
  readonly grants: Map<string, Grant> = new Map();
  readonly everyGrant: Grant[] = [];

  known(id: string): Entry | undefined {
    return this.entries.find((entry) => entry.id === id && !entry.forgotten);
  }

  pass(now: number): void {
    for (const entry of this.entries) {
      if (entry.state === 'held' && entry.expiresAt <= now) {
        Object.assign(entry, { state: 'expired', charged: entry.amount, resolvedAt: now });
      }
      if (entry.state !== 'held' && entry.resolvedAt + RETENTION <= now) entry.forgotten = true;
    }
    for (const entry of this.entries) {
      const minute = this.entries.filter((other) => isSameMinute(entry.reservedAt, other.reservedAt));
      entry.closed ||= !isSameMinute(entry.reservedAt, now) && minute.every((other) => other.forgotten);
    }
  }

  inWindow(cap: CapLimit, at: number): Entry[] {
    return this.entries.filter((entry) => isInWindow(cap, entry, at));
  }

  total(of: (entry: Entry) => Picos, cap: CapLimit, at: number): Picos {
    return this.inWindow(cap, at).reduce((sum, entry) => sum + of(entry), 0n);
  }
}

export const spent = (entry: Entry): Picos => entry.charged;
export const held = (entry: Entry): Picos => (entry.state === 'held' ? entry.amount : 0n);
// Money in the books that no hold stood for when it was posted.
export const unheld = (entry: Entry): Picos =>
  max(0n, entry.charged - (entry.wasReleased ? 0n : entry.amount));
export const max = (a: Picos, b: Picos): Picos => (a > b ? a : b);
export const min = (a: Picos, b: Picos): Picos => (a < b ? a : b);

export function isInWindow(cap: CapLimit, entry: Entry, at: number): boolean {
  return cap.per === 'total' || (!entry.closed && isSameMinute(entry.reservedAt, at));
}

export function isSameMinute(a: number, b: number): boolean {
  return Math.floor(a / MINUTE) === Math.floor(b / MINUTE);
}
