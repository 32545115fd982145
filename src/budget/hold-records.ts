import type { HoldState, Picos } from './store.js';
import type { Counter } from './window-counters.js';

/** One hold, from the reserve until it is forgotten. */
export interface HoldRecord {
  readonly id: string;
  /** What was held; `null` for spend that was posted without a hold. */
  readonly amount: Picos | null;
  readonly counters: readonly Counter[];
  readonly reservedAt: number;
  readonly ttl: number;
  readonly expiresAt: number;
  state: HoldState;
  /** What the counters' `spent` holds for it. */
  charged: Picos;
  /** When it left `held`; until then 0. */
  resolvedAt: number;
}

/**
 * The holds a ledger remembers: all open ones, and the resolved ones for a while.
 *
 * Both queues rest on a clock that never goes back: holds with the same time to live expire in the order they were made, and
 * resolved ones are forgotten in the order they were resolved.
 */
export class HoldRecords {
  readonly #byId: Map<string, HoldRecord> = new Map();
  // time to live → open holds, oldest first
  readonly #open: Map<number, Set<HoldRecord>> = new Map();
  readonly #resolved: Set<HoldRecord> = new Set();
  readonly #retention: number;
  readonly #maxResolved: number;

  constructor(retention: number, maxResolved: number) {
    this.#retention = retention;
    this.#maxResolved = maxResolved;
  }

  get(id: string): HoldRecord | undefined {
    return this.#byId.get(id);
  }

  add(record: HoldRecord): void {
    this.#byId.set(record.id, record);
    if (record.state !== 'held') {
      this.#resolved.add(record);
      return;
    }
    const open = this.#open.get(record.ttl) ?? new Set();
    this.#open.set(record.ttl, open.add(record));
  }

  /** Notes that a record has left `held`, or was corrected: from now on the retention runs. */
  resolve(record: HoldRecord, now: number): void {
    const open = this.#open.get(record.ttl);
    open?.delete(record);
    if (open?.size === 0) this.#open.delete(record.ttl);
    record.resolvedAt = now;
    this.#resolved.delete(record);
    this.#resolved.add(record);
  }

  /** The open holds whose time is up. */
  *due(now: number): Generator<HoldRecord> {
    for (const open of this.#open.values()) {
      for (const record of open) {
        if (record.expiresAt > now) break;
        yield record;
      }
    }
  }

  /** Forgets resolved records past the retention, or beyond the number to remember, oldest first; yields each. */
  *forget(now: number): Generator<HoldRecord> {
    for (const record of this.#resolved) {
      const late = record.resolvedAt + this.#retention <= now;
      if (!late && this.#resolved.size <= this.#maxResolved) return;
      this.#resolved.delete(record);
      this.#byId.delete(record.id);
      yield record;
    }
  }
}
