import { describe, expect, it } from 'vitest';
import { type Cap, memoryStore } from '../../src/budget/index.js';
import { createEstimator, type PricedEstimate } from '../../src/estimate/index.js';
import { granted } from './granted.js';
import { CALL, MILLI, someBudget, usage } from './some-budget.js';

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
