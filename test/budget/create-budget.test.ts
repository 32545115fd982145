import { describe, expect, it } from 'vitest';
import type { Bill } from '../../src/bill/index.js';
import {
  type Admission,
  type Cap,
  createBudget,
  memoryStore,
  type Reservation,
} from '../../src/budget/index.js';
import { createEstimator, type PricedEstimate } from '../../src/estimate/index.js';
import { CALL, DAY_OF_O1, MILLI, someBudget, usage } from './some-budget.js';

async function granted(asked: Promise<Admission>): Promise<Reservation> {
  const admission = await asked;
  if (!admission.ok) throw new Error(admission.message);
  return admission.reservation;
}

describe('reserve', () => {
  it('holds the highest cost and says how long an answer that covers', async () => {
    const { budget, books } = someBudget('1');
    const reservation = await granted(budget.reserve({ ...CALL, id: 'a' }));
    expect(reservation).toMatchObject({
      id: 'a',
      held: '0.021',
      maxOutputTokens: 100,
      expiresAt: '2025-01-27T12:10:00.000Z',
      replayed: false,
    });
    expect(await books()).toEqual({ 'org total': { spent: 0n, held: 21n * MILLI } });
  });

  it('gives every call an id of its own', async () => {
    const { budget } = someBudget('1');
    const [a, b] = [await granted(budget.reserve(CALL)), await granted(budget.reserve(CALL))];
    expect(a.id).toMatch(/^[0-9a-f]{32}$/);
    expect(a.id).not.toBe(b.id);
  });

  it('holds for every answer and every call of a request, and grants tokens for one answer', async () => {
    const { budget } = someBudget('1');
    // 2 calls × (1,000 × $15/M + 3 × 100 × $60/M) = 2 × ($0.015 + $0.018)
    const reservation = await granted(budget.reserve({ ...CALL, choices: 3, calls: 2 }));
    expect(reservation).toMatchObject({ held: '0.066', maxOutputTokens: 100 });
  });

  it('without a stated output holds the longest answer the model can give', async () => {
    const { budget } = someBudget('10');
    const reservation = await granted(budget.reserve({ model: 'o1', input: 1_000 }));
    // 1,000 × $15/M + 100,000 × $60/M
    expect(reservation).toMatchObject({ held: '6.015', maxOutputTokens: 100_000 });
    expect(reservation.warnings.map(({ code }) => code)).toContain('output-unbounded');
    // 1,000 × $15/M + 2 × 100,000 × $60/M: each of two answers may be as long
    expect(await budget.reserve({ model: 'o1', input: 1_000, choices: 2 })).toMatchObject({ need: '12.015' });
    const two = await granted(someBudget('20').budget.reserve({ model: 'o1', input: 1_000, choices: 2 }));
    expect(two.maxOutputTokens).toBe(100_000);
    // An expected length is no bound either.
    const expecting = await budget.reserve({ model: 'o1', input: 1_000, output: { expected: 5 } });
    expect(expecting).toMatchObject({ ok: false, need: '6.015', remaining: '3.985' });
  });

  it('rounds what it holds up to a whole pico', async () => {
    const estimator = createEstimator();
    const { budget } = someBudget('1', {
      estimator: {
        ...estimator,
        async estimateCost(request) {
          const estimate = (await estimator.estimateCost(request)) as PricedEstimate;
          return { ...estimate, cost: { low: '0', likely: '0', high: '0.021000000000000001' } };
        },
      },
    });
    expect((await granted(budget.reserve(CALL))).held).toBe('0.021000000001');
  });

  it('denies what has no room, with the numbers and the way out', async () => {
    const { budget } = someBudget('0.0301');
    await granted(budget.reserve(CALL));
    const denial = await budget.reserve(CALL);
    expect(denial).toMatchInlineSnapshot(`
      {
        "affordableOutputTokens": 0,
        "cap": "org",
        "message": ""org" has $0.0091 left in total, and this call may cost up to $0.021. Raise the cap, or send less.",
        "need": "0.021",
        "ok": false,
        "per": "total",
        "reason": "denied",
        "remaining": "0.0091",
      }
    `);
    // $0.0091 does not pay for 1,000 × $15/M alone
    const smaller = await budget.reserve({ ...CALL, input: 500 });
    // $0.0091 − 500 × $15/M = $0.0016 = 26.67 × $60/M
    expect(smaller).toMatchObject({ affordableOutputTokens: 26, need: '0.0135', remaining: '0.0091' });
    expect(await budget.reserve({ ...CALL, input: 500, output: { max: 27 } })).toMatchObject({ ok: false });
    expect(await budget.reserve({ ...CALL, input: 500, output: { max: 26 } })).toMatchObject({ ok: true });
  });

  it('an answer that uses the room up to the last pico is affordable', async () => {
    // 1,000 × $15/M + 50 × $60/M = $0.018
    const denial = await someBudget('0.018').budget.reserve(CALL);
    expect(denial).toMatchObject({ reason: 'denied', affordableOutputTokens: 50 });
  });

  it('names the tightest of several caps, and when its window ends', async () => {
    const { budget } = someBudget('', {
      caps: [
        { scope: 'org', limit: '100', per: 'month' },
        { scope: ({ labels: { user } = {} }) => `user:${user}`, limit: '0.03', per: 'day' },
      ],
    });
    const ada = { ...CALL, labels: { user: 'ada' } };
    await granted(budget.reserve(ada));
    const denial = await budget.reserve(ada);
    expect(denial).toMatchObject({ cap: 'user:ada', per: 'day', resetsAt: '2025-01-28T00:00:00.000Z' });
    expect(!denial.ok && denial.message).toMatchInlineSnapshot(
      `""user:ada" has $0.009 left today (UTC), and this call may cost up to $0.021. Wait until 2025-01-28T00:00:00.000Z."`,
    );
    await granted(budget.reserve({ ...CALL, labels: { user: 'bob' } }));
  });

  it('a new window has new money', async () => {
    const caps = [{ scope: 'org', limit: '0.03', per: 'day' as const }];
    const { budget, clock } = someBudget('', { caps });
    await granted(budget.reserve(CALL));
    expect((await budget.reserve(CALL)).ok).toBe(false);
    clock.set('2025-01-28T00:00:00Z');
    expect((await budget.reserve(CALL)).ok).toBe(true);
  });

  it('denies what has no price, and says why', async () => {
    const { budget, books } = someBudget('1');
    for (const model of ['no-such-model', '__proto__', 'constructor', 'toString']) {
      const denial = await budget.reserve({ ...CALL, model });
      expect(denial).toMatchObject({ ok: false, reason: 'unpriced', unpriceable: 'no-price' });
      expect(!denial.ok && denial.price?.reason).toBe('unknown-model');
    }
    expect(await books()).toEqual({});
  });

  it('denies what is priced in another currency', async () => {
    const { budget } = someBudget('1', { currency: 'EUR' });
    const denial = await budget.reserve(CALL);
    expect(denial).toMatchObject({ ok: false, reason: 'unpriced', unpriceable: 'other-currency' });
    expect(!denial.ok && denial.message).toMatchInlineSnapshot(
      `"o1 is priced in USD, and the limit is in EUR. Choose a provider that bills in EUR."`,
    );
  });

  it.each([undefined, { expected: 40 }])(
    'denies an answer without any bound (output: %j)',
    async (output) => {
      const estimator = createEstimator();
      const unbounded: typeof estimator = {
        ...estimator,
        async estimateCost(request) {
          const estimate = (await estimator.estimateCost(request)) as PricedEstimate;
          const likely = output?.expected ?? 0;
          return { ...estimate, tokens: { ...estimate.tokens!, output: { low: 0, likely, high: likely } } };
        },
      };
      const { budget } = someBudget('100', { estimator: unbounded });
      const denial = await budget.reserve({ model: 'o1', input: 1_000, output });
      expect(denial).toMatchObject({ ok: false, reason: 'unpriced', unpriceable: 'no-output-limit' });
      expect((await budget.reserve(CALL)).ok).toBe(true);
    },
  );

  it('the same id is one hold, another amount or scope under it is a conflict', async () => {
    const caps: Cap[] = [{ scope: ({ labels: { user = 'nobody' } = {} }) => user, limit: '1', per: 'total' }];
    const { budget, books } = someBudget('', { caps });
    const first = await granted(budget.reserve({ ...CALL, id: 'a' }));
    const second = await granted(budget.reserve({ ...CALL, id: 'a' }));
    expect(second).toMatchObject({ id: 'a', held: first.held, expiresAt: first.expiresAt, replayed: true });
    expect(await budget.reserve({ ...CALL, id: 'a', input: 999 })).toMatchObject({ reason: 'conflict' });
    expect(await budget.reserve({ ...CALL, id: 'a', labels: { user: 'eve' } })).toMatchObject({
      reason: 'conflict',
    });
    expect(await books()).toEqual({ 'nobody total': { spent: 0n, held: 21n * MILLI } });
  });

  it('an id whose call is over opens no second call', async () => {
    const { budget } = someBudget('1');
    const reservation = await granted(budget.reserve({ ...CALL, id: 'a' }));
    await reservation.settle(usage(1));
    const denial = await budget.reserve({ ...CALL, id: 'a' });
    expect(denial).toMatchObject({ ok: false, reason: 'conflict' });
    expect(!denial.ok && denial.message).toMatchInlineSnapshot(
      `"The id "a" is taken: it was settled before. A new call takes a new id."`,
    );
  });

  it('denies when the store throws, whatever it throws', async () => {
    for (const error of [new Error('connection lost'), 'a string', undefined]) {
      const store = {
        ...memoryStore(),
        reserve: () => {
          throw error;
        },
      };
      const denial = await someBudget('1', { store }).budget.reserve(CALL);
      expect(denial).toMatchObject({ ok: false, reason: 'store-unavailable' });
      expect(!denial.ok && denial.error).toBe(error);
    }
  });
});

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

describe('at the door', () => {
  const cap: Cap = { scope: 'org', limit: '1', per: 'day' };
  const withLimit = (limit: unknown): (() => unknown) => {
    return () => createBudget({ caps: [{ ...cap, limit: limit as string }] });
  };

  it.each(['0', '0.5', '500', '9000000', '0.000000000001'])('a limit of %j is fine', (limit) => {
    expect(withLimit(limit)).not.toThrow();
  });

  it.each([
    '-1',
    'NaN',
    'Infinity',
    '',
    ' 1',
    '1e3',
    '$5',
    '1,000',
    '.5',
    '5.',
    '0x10',
    '1/2',
    '٣',
    '0.0000000000001',
    '9000000.000000000001',
    '9'.repeat(500),
    5,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    5n,
    null,
    undefined,
    {},
    ['5'],
  ])('a limit of %o is refused', (limit) => {
    expect(withLimit(limit)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('the messages name the limit and the way out', () => {
    expect(withLimit(-1)).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].limit is -1. Write a decimal string such as "0.05": not below 0, without exponent, at most 12 decimals.]`,
    );
    expect(withLimit('9000001')).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].limit is "9000001". The most a cap can be is 9000000.]`,
    );
    expect(() => createBudget({ caps: [] })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: A budget needs at least one cap, such as { scope: "org", limit: "500", per: "month" }.]`,
    );
    expect(() => createBudget({ caps: [cap, { ...cap, limit: '2' }] })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: Two caps are for "org" per day. Keep the smaller, or name their scopes apart.]`,
    );
    expect(() =>
      createBudget({ caps: [{ ...cap, per: 'year' as 'day' }] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].per is "year". It is one of minute, hour, day, week, month, total.]`,
    );
    expect(() => createBudget({ caps: [{ ...cap, scope: '' }] })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].scope is "". A scope is a string of 1 to 200 characters.]`,
    );
    expect(() => createBudget({ caps: [cap], holdTtl: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: holdTtl is 0. It is a whole number of milliseconds, from 1 to 2592000000 (30 days).]`,
    );
  });

  it('two caps may share a scope with different windows', () => {
    expect(() => createBudget({ caps: [cap, { ...cap, per: 'month' }] })).not.toThrow();
  });

  it('a scope worked out from the request may not become the purse of another cap', async () => {
    const caps: Cap[] = [cap, { ...cap, scope: ({ labels: { user = '' } = {} }) => user }];
    const budget = createBudget({ caps, now: () => new Date(DAY_OF_O1) });
    await expect(budget.reserve({ ...CALL, labels: { user: 'org' } })).rejects.toThrow(
      'Two caps are for "org" per day',
    );
    await expect(budget.reserve(CALL)).rejects.toThrow('caps[1].scope is ""');
    expect((await budget.reserve({ ...CALL, labels: { user: 'ada' } })).ok).toBe(true);
  });

  it.each(['', 'x'.repeat(201), 5 as unknown as string])('an id of %o is refused', async (id) => {
    await expect(someBudget('1').budget.reserve({ ...CALL, id })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('a request that is none, or has hostile counts, is refused and holds nothing', async () => {
    const { budget, books } = someBudget('1');
    for (const request of [
      undefined,
      null,
      'o1',
      { ...CALL, input: -1 },
      { ...CALL, input: Number.NaN },
      { ...CALL, output: 1.5 },
    ]) {
      await expect(budget.reserve(request as typeof CALL)).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(await books()).toEqual({});
  });
});
