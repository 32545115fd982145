import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/budget/index.js';
import { manualClock } from './manual-clock.js';
import { booksOf, hold, ORG, TTL, USER } from './some-holds.js';

describe('a hold', () => {
  it('takes its amount from every cap and gives the rest back when it is settled', async () => {
    const store = memoryStore({ now: manualClock().now });
    await hold(store, 'a', 40n, [ORG, USER]);
    expect(await booksOf(store)).toEqual({
      'org total': '0 spent, 40 held',
      'user:ada 2026-11-24': '0 spent, 40 held',
    });
    await store.settle({ id: 'a', amount: 15n, caps: [ORG, USER] });
    expect(await booksOf(store)).toEqual({
      'org total': '15 spent, 0 held',
      'user:ada 2026-11-24': '15 spent, 0 held',
    });
  });

  it('may take the last pico, and not one more', async () => {
    const store = memoryStore();
    expect((await hold(store, 'a', 100n)).outcome).toBe('held');
    expect(await hold(store, 'b', 1n)).toEqual({
      outcome: 'denied',
      cap: ORG,
      remaining: 0n,
      resetsAt: null,
    });
    expect((await hold(store, 'c', 0n)).outcome).toBe('held');
  });

  it('is charged in full when it expires, and a late settle corrects that', async () => {
    const clock = manualClock();
    const store = memoryStore({ now: clock.now });
    await hold(store, 'a', 40n);
    clock.tick(TTL - 1);
    expect(await booksOf(store)).toEqual({ 'org total': '0 spent, 40 held' });
    clock.tick(1);
    expect(await booksOf(store)).toEqual({ 'org total': '40 spent, 0 held' });
    expect(await store.release('a')).toEqual({ outcome: 'conflict', state: 'expired' });
    expect(await store.settle({ id: 'a', amount: 7n, caps: [ORG] })).toEqual({
      outcome: 'settled',
      from: 'expired',
      replayed: false,
    });
    expect(await booksOf(store)).toEqual({ 'org total': '7 spent, 0 held' });
  });

  it('expires by its own time to live, whichever was made first', async () => {
    const clock = manualClock();
    const store = memoryStore({ now: clock.now });
    await store.reserve({ id: 'slow', amount: 10n, caps: [ORG], ttl: 5_000 });
    await store.reserve({ id: 'quick', amount: 1n, caps: [ORG], ttl: 1_000 });
    clock.tick(1_000);
    expect(await booksOf(store)).toEqual({ 'org total': '1 spent, 10 held' });
  });

  it('gives the same answer again for the same id and amount, and changes nothing', async () => {
    const clock = manualClock();
    const store = memoryStore({ now: clock.now });
    const first = await hold(store, 'a', 40n);
    clock.tick(10);
    expect(await hold(store, 'a', 40n)).toEqual({ ...first, replayed: true });
    await store.settle({ id: 'a', amount: 4n, caps: [ORG] });
    expect(await hold(store, 'a', 40n)).toEqual({ ...first, replayed: true, state: 'settled' });
    expect(await booksOf(store)).toEqual({ 'org total': '4 spent, 0 held' });
  });

  it('is a conflict with another amount or other caps under its id', async () => {
    const store = memoryStore();
    await hold(store, 'a', 40n);
    expect(await hold(store, 'a', 41n)).toEqual({ outcome: 'conflict' });
    expect(await hold(store, 'a', 40n, [USER])).toEqual({ outcome: 'conflict' });
    expect(await hold(store, 'a', 40n, [ORG, USER])).toEqual({ outcome: 'conflict' });
    expect(await booksOf(store)).toEqual({ 'org total': '0 spent, 40 held' });
  });

  it('resolves once: a second settle is a replay or a conflict, a release after it changes nothing', async () => {
    const store = memoryStore();
    await hold(store, 'a', 40n);
    const settlement = { id: 'a', amount: 15n, caps: [ORG] };
    expect(await store.settle(settlement)).toEqual({ outcome: 'settled', from: 'held', replayed: false });
    expect(await store.settle(settlement)).toEqual({ outcome: 'settled', from: 'settled', replayed: true });
    expect(await store.settle({ ...settlement, amount: 16n })).toEqual({ outcome: 'conflict', settled: 15n });
    expect(await store.release('a')).toEqual({ outcome: 'conflict', state: 'settled' });
    expect(await booksOf(store)).toEqual({ 'org total': '15 spent, 0 held' });
  });

  it('may be released twice, and a call that went out after all is posted', async () => {
    const store = memoryStore();
    await hold(store, 'a', 40n);
    expect(await store.release('a')).toEqual({ outcome: 'released', replayed: false });
    expect(await store.release('a')).toEqual({ outcome: 'released', replayed: true });
    expect(await booksOf(store)).toEqual({ 'org total': '0 spent, 0 held' });
    const answer = await store.settle({ id: 'a', amount: 9n, caps: [ORG] });
    expect(answer).toEqual({ outcome: 'settled', from: 'released', replayed: false });
    expect(await booksOf(store)).toEqual({ 'org total': '9 spent, 0 held' });
  });

  it('that the store never saw is posted when it is settled, in the window of its reserve', async () => {
    const store = memoryStore({ now: manualClock('2026-11-24T00:00:01Z').now });
    const reservedAt = Date.parse('2026-11-23T23:59:59Z');
    const settlement = { id: 'lost', amount: 9n, caps: [USER], reservedAt };
    expect(await store.settle(settlement)).toEqual({ outcome: 'settled', from: 'unknown', replayed: false });
    expect(await store.settle(settlement)).toEqual({ outcome: 'settled', from: 'settled', replayed: true });
    expect(await hold(store, 'lost', 9n, [USER])).toEqual({ outcome: 'conflict' });
    expect(await booksOf(store)).toEqual({ 'user:ada 2026-11-23': '9 spent, 0 held' });
    expect(await store.release('never')).toEqual({ outcome: 'unknown' });
  });

  it('more expensive than it was is posted, beyond the limit if need be', async () => {
    const store = memoryStore();
    await hold(store, 'a', 100n);
    await store.settle({ id: 'a', amount: 130n, caps: [ORG] });
    expect(await booksOf(store)).toEqual({ 'org total': '130 spent, 0 held' });
    expect(await hold(store, 'b', 0n)).toEqual({
      outcome: 'denied',
      cap: ORG,
      remaining: 0n,
      resetsAt: null,
    });
  });
});

describe('all caps or none', () => {
  it('a denial names the cap with the least room', async () => {
    const store = memoryStore({ now: manualClock().now });
    await hold(store, 'a', 30n, [USER, ORG]);
    // user 20 left, org 70 left
    const resetsAt = Date.parse('2026-11-25T00:00Z');
    expect(await hold(store, 'b', 80n, [ORG, USER])).toEqual({
      outcome: 'denied',
      cap: USER,
      remaining: 20n,
      resetsAt,
    });
  });

  it('a denial leaves no trace in any cap', async () => {
    const caps = fc.array(
      fc.record({
        scope: fc.constantFrom('a', 'b', 'c', '__proto__', 'total a'),
        per: fc.constantFrom('minute' as const, 'day' as const, 'total' as const),
        limit: fc.bigInt({ min: 0n, max: 30n }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    const distinct = caps.map((list) => [
      ...new Map(list.map((cap) => [`${cap.scope} ${cap.per}`, cap])).values(),
    ]);
    const holds = fc.array(fc.tuple(distinct, fc.bigInt({ min: 0n, max: 20n })), { maxLength: 20 });
    let denied = 0;
    await fc.assert(
      fc.asyncProperty(holds, async (sequence) => {
        const store = memoryStore({ now: manualClock().now });
        for (const [i, [under, amount]] of sequence.entries()) {
          const before = await booksOf(store);
          const answer = await hold(store, `h${i}`, amount, under);
          if (answer.outcome !== 'denied') continue;
          denied += 1;
          expect(await booksOf(store)).toEqual(before);
        }
      }),
      { numRuns: 200 },
    );
    expect(denied).toBeGreaterThan(100);
  });
});

describe('at the door', () => {
  it.each([-1n, 1, Number.NaN, '1', undefined])('an amount of %s is refused', async (amount) => {
    const store = memoryStore();
    const caps = [ORG];
    await expect(hold(store, 'a', amount as bigint)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(store.settle({ id: 'a', amount: amount as bigint, caps })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await store.balances()).toEqual([]);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a retention of %s is refused', (retention) => {
    expect(() => memoryStore({ retention })).toThrow('retention is');
    expect(() => memoryStore({ maxResolved: retention })).toThrow('maxResolved is');
  });
});
