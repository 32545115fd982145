import type { CapLimit, Picos } from '../../src/budget/index.js';
import { assertSame, assertThat } from './assert-same.js';
import {
  held,
  isInWindow,
  isSameMinute,
  MINUTE,
  type Model,
  max,
  min,
  spent,
  unheld,
  type World,
} from './ledger-model.js';

/** What must be true after every step, in the words of the invariants I1 to I6. */
export async function assertInvariants(model: Model, { store, clock, caps }: World): Promise<void> {
  const balances = await store.balances();
  for (const cap of caps) {
    const starts = new Set(
      [clock.at, ...model.entries.map((entry) => entry.reservedAt)].map((at) => windowStart(cap, at)),
    );
    for (const at of starts) {
      const isClosed =
        cap.per !== 'total' && !isSameMinute(at, clock.at) && model.inWindow(cap, at).length === 0;
      const name = cap.per === 'total' ? 'total' : new Date(at).toISOString().slice(0, 16);
      const found = balances.find((b) => b.scope === cap.scope && b.per === cap.per && b.window === name);
      if (isClosed) {
        assertSame(`the closed books of ${name}`, found, undefined);
        continue;
      }
      const books = { spent: found?.spent ?? 0n, held: found?.held ?? 0n };
      // I3: each counter is the sum of its entries (and so I4: replays have changed nothing, I5: denials left no trace).
      assertSame(`I3: ${cap.scope} ${name}`, books, {
        spent: model.total(spent, cap, at),
        held: model.total(held, cap, at),
      });
      // I2: never over the limit, but for money that no hold stood for; never below zero.
      assertThat('I2: nothing below zero', books.spent >= 0n && books.held >= 0n);
      assertThat(
        'I2: within the limit',
        books.spent + books.held <= cap.limit + model.total(unheld, cap, at),
      );
      assertReality(model, cap, at, books.spent + books.held);
    }
  }
}

function windowStart(cap: CapLimit, at: number): number {
  return cap.per === 'total' ? 0 : Math.floor(at / MINUTE) * MINUTE;
}

function assertReality(model: Model, cap: CapLimit, at: number, inBooks: Picos): void {
  let beyondHolds = 0n;
  let real = 0n;
  let accounted = 0n;
  for (const grant of model.everyGrant) {
    const { entry } = grant;
    if (grant.real === undefined || !isInWindow(cap, entry, at)) continue;
    const cover = entry.wasReleased || entry.misreported ? 0n : entry.amount;
    real += grant.real;
    beyondHolds += max(0n, grant.real - cover);
    accounted += min(grant.real, cover);
  }
  // I1: what was really spent stays within the limit, but for what calls used beyond their holds.
  assertThat('I1', real <= cap.limit + beyondHolds);
  // I6: the books never say less than what was really spent under a hold.
  assertThat('I6', accounted <= inBooks);
}
