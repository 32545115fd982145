import { describe, expect, it } from 'vitest';
import type { Bill } from '../../src/bill/index.js';
import { createBudget, memoryStore } from '../../src/budget/index.js';
import { createEstimator } from '../../src/estimate/index.js';
import { granted } from './granted.js';
import { CALL, DAY_OF_O1, MILLI, someBudget, usage } from './some-budget.js';

describe('settle and release', () => {
  it('a settle posts what the call cost and frees the rest', async () => {
    const { budget, books } = someBudget('1');
    const reservation = await granted(budget.reserve(CALL));
    const bill = await reservation.settle(usage(40));
    // 1,000 × $15/M + 40 × $60/M = $0.015 + $0.0024
    expect(bill).toMatchObject({ priced: true, total: '0.0174', warnings: expect.any(Array) });
    expect(await books()).toEqual({ 'org total': { spent: 17_400_000_000n, held: 0n } });
  });

  it('the first settle stands, a release after it changes nothing', async () => {
    const { budget, books } = someBudget('1');
    const reservation = await granted(budget.reserve(CALL));
    const bills = await Promise.all([reservation.settle(usage(40)), reservation.settle(usage(99))]);
    expect(bills[1]).toBe(bills[0]);
    await reservation.release();
    expect(await books()).toEqual({ 'org total': { spent: 17_400_000_000n, held: 0n } });
  });

  it('a release gives everything back, once and again', async () => {
    const { budget, books } = someBudget('1');
    const reservation = await granted(budget.reserve(CALL));
    await reservation.release();
    await reservation.release();
    expect(await books()).toEqual({ 'org total': { spent: 0n, held: 0n } });
    const bill = await reservation.settle(usage(40));
    expect(bill.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['settled-after-release']));
    expect(await books()).toEqual({ 'org total': { spent: 17_400_000_000n, held: 0n } });
  });

  it('a call that cost just what was held is no overrun, one token more is', async () => {
    const { budget } = someBudget('1');
    const codes = async (output: number): Promise<string[]> => {
      const bill = await (await granted(budget.reserve(CALL))).settle(usage(output));
      return bill.warnings.map(({ code }) => code);
    };
    expect(await codes(100)).not.toContain('overrun');
    expect(await codes(101)).toContain('overrun');
  });

  it('a release after a settle does not even ask the store', async () => {
    const store = { ...memoryStore(), release: () => Promise.reject(new Error('asked')) };
    const reservation = await granted(someBudget('1', { store }).budget.reserve(CALL));
    await reservation.settle(usage(40));
    await reservation.release();
  });

  it('a call that cost more than its hold is posted in full and reported', async () => {
    const { budget, books } = someBudget('0.021');
    const reservation = await granted(budget.reserve(CALL));
    const bill = await reservation.settle(usage(200));
    expect(bill.warnings.find(({ code }) => code === 'overrun')?.message).toMatchInlineSnapshot(
      `"The call cost $0.027, more than the $0.021 held for it. All of it is posted."`,
    );
    expect(await books()).toEqual({ 'org total': { spent: 27n * MILLI, held: 0n } });
  });

  it('usage that is missing, zero or without a price charges the whole hold', async () => {
    const zero = { prompt_tokens: 0, completion_tokens: 0 };
    // o1 sells no images
    for (const missing of [undefined, null, zero, { input: 1_000, imageOut: 1 }]) {
      const { budget, books } = someBudget('1');
      const reservation = await granted(budget.reserve(CALL));
      const bill = await reservation.settle(missing);
      expect(bill.warnings.map(({ code }) => code)).toContain('hold-charged');
      expect(await books()).toEqual({ 'org total': { spent: 21n * MILLI, held: 0n } });
    }
  });

  it.each([
    'lots',
    {},
    { prompt_tokens: -1, completion_tokens: 1 },
    { input: Number.NaN },
    { input: 1.5 },
    { input: 2 ** 60 },
  ])('usage that is none (%j) is refused, and the hold stands', async (hostile) => {
    const { budget, books } = someBudget('1');
    const reservation = await granted(budget.reserve(CALL));
    await expect(reservation.settle(hostile)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await books()).toEqual({ 'org total': { spent: 0n, held: 21n * MILLI } });
    await reservation.settle(usage(40));
    expect(await books()).toEqual({ 'org total': { spent: 17_400_000_000n, held: 0n } });
  });

  it('is priced as it was reserved, though the price has changed since', async () => {
    const { budget, clock } = someBudget('1');
    // R1 on 2025-01-27: $0.55 in, $2.19 out per million; it is retired long before 2026.
    const reservation = await granted(budget.reserve({ ...CALL, model: 'deepseek-r1' }));
    expect(reservation.held).toBe('0.000769');
    clock.set('2026-11-24T00:00:00Z');
    const bill = await reservation.settle(usage(100));
    expect(bill).toMatchObject({ priced: true, total: '0.000769' });
    expect(bill.warnings.map(({ code }) => code)).toContain('late-settle');
  });

  it('a request that is changed after its reserve does not move the price', async () => {
    const { budget } = someBudget('1');
    const at = new Date(DAY_OF_O1);
    const reservation = await granted(budget.reserve({ ...CALL, model: 'deepseek-r1', at }));
    at.setUTCFullYear(2026);
    expect(await reservation.settle(usage(100))).toMatchObject({ priced: true, total: '0.000769' });
  });

  it("an estimator's own clock says the price where the budget has none", async () => {
    const estimator = createEstimator({ now: () => new Date(DAY_OF_O1) });
    const budget = createBudget({ caps: [{ scope: 'org', limit: '1', per: 'day' }], estimator });
    const reservation = await granted(budget.reserve({ ...CALL, model: 'deepseek-r1' }));
    expect(await reservation.settle(usage(100))).toMatchObject({ priced: true, total: '0.000769' });
  });

  it('a bill in another currency than the hold charges the whole hold', async () => {
    const estimator = createEstimator();
    const inYuan: typeof estimator = {
      ...estimator,
      costOfUsage: (reported, ref) => ({ ...estimator.costOfUsage(reported, ref), currency: 'CNY' }) as Bill,
    };
    const { budget, books } = someBudget('1', { estimator: inYuan });
    await (await granted(budget.reserve(CALL))).settle(usage(40));
    expect(await books()).toEqual({ 'org total': { spent: 21n * MILLI, held: 0n } });
  });

  it('a hold that is left alone is charged when it expires', async () => {
    const { budget, books, clock } = someBudget('1', { holdTtl: 5_000 });
    const reservation = await granted(budget.reserve(CALL));
    expect(reservation.expiresAt).toBe('2025-01-27T12:00:05.000Z');
    clock.tick(5_000);
    expect(await books()).toEqual({ 'org total': { spent: 21n * MILLI, held: 0n } });
    await reservation.release();
    expect(await books()).toEqual({ 'org total': { spent: 21n * MILLI, held: 0n } });
  });

  it('a settle that the store did not hear may be tried again', async () => {
    const good = memoryStore();
    let isDown = true;
    const store: typeof good = {
      ...good,
      settle: async (settlement) => {
        if (isDown) throw new Error('connection lost');
        return good.settle(settlement);
      },
    };
    const { budget, books } = someBudget('1', { store });
    const reservation = await granted(budget.reserve({ ...CALL, id: 'a' }));
    const error = await reservation.settle(usage(40)).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: 'budget-denied', cause: new Error('connection lost') });
    expect((error as Error).message).toMatchInlineSnapshot(
      `"The memory store did not answer, so the hold "a" of $0.021 stands until it expires and is charged. Try again."`,
    );
    isDown = false;
    await reservation.settle(usage(40));
    expect(await books()).toEqual({ 'org total': { spent: 17_400_000_000n, held: 0n } });
  });

  it('books that were lost get the spend all the same', async () => {
    let current = memoryStore();
    const store: typeof current = {
      name: 'restarting',
      reserve: (hold) => current.reserve(hold),
      settle: (settlement) => current.settle(settlement),
      release: (id) => current.release(id),
      sweep: () => current.sweep(),
      balances: () => current.balances(),
    };
    const { budget, books } = someBudget('1', { store });
    const reservation = await granted(budget.reserve(CALL));
    current = memoryStore();
    const bill = await reservation.settle(usage(40));
    expect(bill.warnings.map(({ code }) => code)).toContain('hold-unknown');
    expect(await books()).toEqual({ 'org total': { spent: 17_400_000_000n, held: 0n } });
  });

  it('two holders of one id cannot settle it twice', async () => {
    const { budget, books } = someBudget('1');
    const first = await granted(budget.reserve({ ...CALL, id: 'a' }));
    const second = await granted(budget.reserve({ ...CALL, id: 'a' }));
    await first.settle(usage(40));
    const bill = await second.settle(usage(50));
    expect(bill.warnings.find(({ code }) => code === 'settle-conflict')?.message).toMatchInlineSnapshot(
      `""a" was settled before for $0.0174, which stands."`,
    );
    expect(await books()).toEqual({ 'org total': { spent: 17_400_000_000n, held: 0n } });
  });
});
