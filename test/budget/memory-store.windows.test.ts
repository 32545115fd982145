import { describe, expect, it } from 'vitest';
import { type CapLimit, memoryStore } from '../../src/budget/index.js';
import { manualClock } from './manual-clock.js';
import { booksOf, hold, ORG, USER } from './some-holds.js';

describe('windows in the store', () => {
  it('a new day starts empty, and spend belongs to the day of the reserve', async () => {
    const clock = manualClock('2026-11-30T23:59:59.500Z');
    const store = memoryStore({ now: clock.now });
    const month: CapLimit = { scope: 'org', per: 'month', limit: 50n };
    await hold(store, 'a', 50n, [USER, month]);
    const resetsAt = Date.parse('2026-12-01T00:00Z');
    expect(await hold(store, 'b', 1n, [USER])).toEqual({
      outcome: 'denied',
      cap: USER,
      remaining: 0n,
      resetsAt,
    });
    clock.set('2026-12-01T00:00:00Z');
    expect((await hold(store, 'b', 50n, [USER, month])).outcome).toBe('held');
    await store.settle({ id: 'a', amount: 20n, caps: [USER, month] });
    expect(await booksOf(store)).toEqual({
      'user:ada 2026-11-30': '20 spent, 0 held',
      'org 2026-11': '20 spent, 0 held',
      'user:ada 2026-12-01': '0 spent, 50 held',
      'org 2026-12': '0 spent, 50 held',
    });
  });

  it('a clock that goes back does not bring a window back', async () => {
    const clock = manualClock('2026-11-24T00:00:00Z');
    const store = memoryStore({ now: clock.now });
    await hold(store, 'a', 50n, [USER]);
    clock.set('2026-11-23T12:00:00Z');
    expect((await hold(store, 'b', 1n, [USER])).outcome).toBe('denied');
  });

  it('a clock without a time is an error, not an answer', async () => {
    const store = memoryStore({ now: () => new Date(Number.NaN) });
    await expect(hold(store, 'a', 1n)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: The clock says NaN. It must give a valid Date.]`,
    );
  });
});

describe('what is remembered', () => {
  it('a resolved id is forgotten after the retention, an open hold never', async () => {
    const clock = manualClock();
    const store = memoryStore({ now: clock.now, retention: 5_000 });
    await store.reserve({ id: 'open', amount: 1n, caps: [ORG], ttl: 1e9 });
    await hold(store, 'a', 10n);
    await store.settle({ id: 'a', amount: 10n, caps: [ORG] });
    clock.tick(4_999);
    expect(await store.settle({ id: 'a', amount: 10n, caps: [ORG] })).toMatchObject({ replayed: true });
    clock.tick(1);
    expect(await store.release('a')).toEqual({ outcome: 'unknown' });
    expect(await store.release('open')).toEqual({ outcome: 'released', replayed: false });
  });

  it('no more ids than asked for are remembered, the latest ones', async () => {
    const store = memoryStore({ maxResolved: 2 });
    for (const id of ['a', 'b', 'c', 'd']) {
      await hold(store, id, 1n);
      await store.release(id);
    }
    await store.sweep();
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((id) => store.release(id)))).toEqual([
      { outcome: 'unknown' },
      { outcome: 'unknown' },
      { outcome: 'released', replayed: true },
      { outcome: 'released', replayed: true },
    ]);
  });

  it('books of windows long over are dropped, a total stays', async () => {
    const clock = manualClock();
    const store = memoryStore({ now: clock.now, retention: 60_000 });
    for (let day = 0; day < 100; day++) {
      await hold(store, `${day}`, 1n, [USER, ORG]);
      await store.settle({ id: `${day}`, amount: 1n, caps: [USER, ORG] });
      clock.tick(86_400_000);
    }
    expect(await booksOf(store)).toEqual({ 'org total': '100 spent, 0 held' });
  });
});

describe('a window that ends', () => {
  it('is dropped with its last millisecond, once nothing of it is remembered', async () => {
    const clock = manualClock('2026-11-24T23:59:59.999Z');
    const store = memoryStore({ now: clock.now, retention: 0 });
    await hold(store, 'a', 1n, [USER]);
    await store.release('a');
    expect(await booksOf(store)).toEqual({ 'user:ada 2026-11-24': '0 spent, 0 held' });
    clock.tick(1);
    expect(await booksOf(store)).toEqual({});
  });
});
