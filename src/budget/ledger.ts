import { PromptCostError, shown } from '../errors/index.js';
import { type HoldRecord, HoldRecords } from './hold-records.js';
import type {
  Balance,
  CapKey,
  CapLimit,
  HoldAnswer,
  HoldRequest,
  Picos,
  ReleaseAnswer,
  SettleAnswer,
  SettleRequest,
} from './store.js';
import { WindowCounters } from './window-counters.js';
import { windowOf } from './window-of.js';

/** What a ledger needs to be told. All times in milliseconds. */
export interface LedgerOptions {
  readonly now: () => number;
  readonly retention: number;
  readonly maxResolved: number;
}

/**
 * The books of a budget, in memory: {@link BudgetStore}'s rules as plain synchronous steps.
 *
 * JavaScript runs one step at a time, so each method is atomic within its process.
 */
export class Ledger {
  readonly #counters: WindowCounters = new WindowCounters();
  readonly #records: HoldRecords;
  readonly #clock: () => number;
  #latest: number = Number.NEGATIVE_INFINITY;

  constructor(options: LedgerOptions) {
    this.#records = new HoldRecords(options.retention, options.maxResolved);
    this.#clock = options.now;
  }

  reserve({ id, amount, caps, ttl }: HoldRequest): HoldAnswer {
    assertAmount(amount);
    const now = this.#step();
    const known = this.#records.get(id);
    if (known) {
      if (known.amount !== amount || !sameCaps(known.counters, caps)) return { outcome: 'conflict' };
      const { state, reservedAt, expiresAt } = known;
      return { outcome: 'held', replayed: true, state, reservedAt, expiresAt };
    }
    const tightest = this.#tightest(caps, now);
    if (tightest && amount > tightest.room) {
      const { cap, room } = tightest;
      const remaining = room > 0n ? room : 0n;
      return { outcome: 'denied', cap, remaining, resetsAt: windowOf(cap.per, now).end };
    }
    const counters = caps.map((cap) => this.#counters.pin(cap, now, now));
    for (const counter of counters) counter.held += amount;
    const times = { reservedAt: now, ttl, expiresAt: now + ttl, resolvedAt: 0 };
    this.#records.add({ id, amount, counters, ...times, state: 'held', charged: 0n });
    return { outcome: 'held', replayed: false, state: 'held', reservedAt: now, expiresAt: now + ttl };
  }

  settle({ id, amount, caps, reservedAt }: SettleRequest): SettleAnswer {
    assertAmount(amount);
    const now = this.#step();
    const record = this.#records.get(id);
    if (!record) {
      this.#post(id, amount, caps, reservedAt ?? now, now);
      return { outcome: 'settled', from: 'unknown', replayed: false };
    }
    const from = record.state;
    if (from === 'settled') {
      if (record.charged !== amount) return { outcome: 'conflict', settled: record.charged };
      return { outcome: 'settled', from, replayed: true };
    }
    this.#resolve(record, 'settled', amount, now);
    return { outcome: 'settled', from, replayed: false };
  }

  release(id: string): ReleaseAnswer {
    const now = this.#step();
    const record = this.#records.get(id);
    if (!record) return { outcome: 'unknown' };
    const { state } = record;
    if (state === 'settled' || state === 'expired') return { outcome: 'conflict', state };
    if (state === 'held') this.#resolve(record, 'released', 0n, now);
    return { outcome: 'released', replayed: state === 'released' };
  }

  sweep(): void {
    this.#step();
  }

  balances(): Balance[] {
    this.#step();
    return Array.from(this.#counters.all(), ({ scope, per, window, spent, held }) => {
      return { scope, per, window, spent, held };
    });
  }

  // Time never goes back, whatever the clock says: a window that was left stays left, an expired hold expired.
  #step(): number {
    const at = this.#clock();
    if (!Number.isFinite(at)) {
      throw new PromptCostError('invalid-instant', `The clock says ${shown(at)}. It must give a valid Date.`);
    }
    const now = Math.max(at, this.#latest);
    this.#latest = now;
    for (const record of this.#records.due(now)) this.#resolve(record, 'expired', record.amount ?? 0n, now);
    for (const { counters } of this.#records.forget(now)) {
      for (const counter of counters) this.#counters.unpin(counter, now);
    }
    this.#counters.closeEnded(now);
    return now;
  }

  #tightest(caps: readonly CapLimit[], now: number): { cap: CapLimit; room: Picos } | undefined {
    let tightest: { cap: CapLimit; room: Picos } | undefined;
    for (const cap of caps) {
      const counter = this.#counters.find(cap, now);
      const room = counter ? cap.limit - counter.spent - counter.held : cap.limit;
      if (!tightest || room < tightest.room) tightest = { cap, room };
    }
    return tightest;
  }

  // The only way into a resolved state: what stood in the counters before goes out, `charge` goes in.
  #resolve(record: HoldRecord, state: 'settled' | 'released' | 'expired', charge: Picos, now: number): void {
    const unheld = record.state === 'held' ? (record.amount ?? 0n) : 0n;
    for (const counter of record.counters) {
      counter.held -= unheld;
      counter.spent += charge - record.charged;
    }
    record.state = state;
    record.charged = charge;
    this.#records.resolve(record, now);
  }

  #post(id: string, amount: Picos, caps: readonly CapKey[], at: number, now: number): void {
    const counters = caps.map((cap) => this.#counters.pin(cap, at, now));
    for (const counter of counters) counter.spent += amount;
    const times = { reservedAt: at, ttl: 0, expiresAt: at, resolvedAt: now };
    this.#records.add({ id, amount: null, counters, ...times, state: 'settled', charged: amount });
  }
}

function sameCaps(a: readonly CapKey[], b: readonly CapKey[]): boolean {
  return a.length === b.length && a.every((cap, i) => cap.scope === b[i]?.scope && cap.per === b[i]?.per);
}

function assertAmount(amount: Picos): void {
  if (typeof amount !== 'bigint' || amount < 0n) {
    throw new PromptCostError('invalid-input', `A ledger counts whole picos from 0n, not ${shown(amount)}.`);
  }
}
