import { describe, expect, it } from 'vitest';
import { type Denial, memoryStore, type Settlement } from '../../src/budget/index.js';
import { CALL, MILLI, someBudget, usage } from './some-budget.js';

// 1,000 × $15/M + 40 × $60/M
const COST_OF_40 = 17_400_000_000n;
const HELD = 21n * MILLI;

describe('run', () => {
  it('passes the grant on, settles with the usage of the reply and returns the reply', async () => {
    const { budget, books } = someBudget('1');
    const reply = { text: 'hi', usage: usage(40) };
    const got = await budget.run(CALL, async ({ maxOutputTokens }) => {
      expect(maxOutputTokens).toBe(100);
      expect(await books()).toEqual({ 'org total': { spent: 0n, held: HELD } });
      return reply;
    });
    expect(got).toBe(reply);
    expect(await books()).toEqual({ 'org total': { spent: COST_OF_40, held: 0n } });
  });

  it('finds the usage where it is told to', async () => {
    const { budget, books } = someBudget('1');
    await budget.run(
      CALL,
      async () => ({ body: { meter: usage(40) } }),
      (reply) => reply.body.meter,
    );
    expect(await books()).toEqual({ 'org total': { spent: COST_OF_40, held: 0n } });
  });

  it.each([
    undefined,
    null,
    'text',
    { text: 'hi' },
    { usage: null },
    { usage: {} },
    { usage: { prompt_tokens: 0, completion_tokens: 0 } },
    { usage: { prompt_tokens: Number.NaN } },
    { usage: 'lots' },
  ])('a reply without usable usage (%j) is never free: the hold is charged', async (reply) => {
    const { budget, books } = someBudget('1');
    expect(await budget.run<unknown>(CALL, async () => reply)).toBe(reply);
    expect(await books()).toEqual({ 'org total': { spent: HELD, held: 0n } });
  });

  it("charges the hold when the call fails, and throws the caller's own error", async () => {
    const { budget, books } = someBudget('1');
    const error = new Error('502');
    await expect(budget.run(CALL, async () => Promise.reject(error))).rejects.toBe(error);
    expect(await books()).toEqual({ 'org total': { spent: HELD, held: 0n } });
  });

  it('charges the hold when the call throws before it returns a promise, or throws no error at all', async () => {
    for (const thrown of [new Error('at once'), undefined, null, 'a string', 0]) {
      const { budget, books } = someBudget('1');
      const call = (): Promise<never> => {
        throw thrown;
      };
      await expect(budget.run(CALL, call)).rejects.toBe(thrown);
      expect(await books()).toEqual({ 'org total': { spent: HELD, held: 0n } });
    }
  });

  it('settles the usage that an error knows, such as a stream that broke off', async () => {
    const { budget, books } = someBudget('1');
    const error = Object.assign(new Error('stream broke off'), { usage: usage(40) });
    await expect(budget.run(CALL, async () => Promise.reject(error))).rejects.toBe(error);
    expect(await books()).toEqual({ 'org total': { spent: COST_OF_40, held: 0n } });
  });

  it('an abort is charged like any error: the provider may have answered', async () => {
    const { budget, books } = someBudget('1');
    const controller = new AbortController();
    const running = budget.run(CALL, () => {
      const { signal } = controller;
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    await new Promise((done) => setTimeout(done, 5));
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(await books()).toEqual({ 'org total': { spent: HELD, held: 0n } });
  });

  it('a getter that throws is no usage', async () => {
    const { budget, books } = someBudget('1');
    const reply = {
      get usage(): never {
        throw new Error('gone');
      },
    };
    expect(await budget.run(CALL, async () => reply)).toBe(reply);
    expect(await books()).toEqual({ 'org total': { spent: HELD, held: 0n } });
  });

  it('an error in usageOf is shown, and the hold charged', async () => {
    const { budget, books } = someBudget('1');
    const wrong = budget.run(
      CALL,
      async () => ({ usage: usage(40) }),
      () => {
        throw new Error('no such field');
      },
    );
    await expect(wrong).rejects.toThrow('no such field');
    expect(await books()).toEqual({ 'org total': { spent: HELD, held: 0n } });
  });

  it('a call that releases before it throws never left', async () => {
    const { budget, books } = someBudget('1');
    const refused = budget.run(CALL, async (grant) => {
      await grant.release();
      throw new Error('no connection');
    });
    await expect(refused).rejects.toThrow('no connection');
    expect(await books()).toEqual({ 'org total': { spent: 0n, held: 0n } });
  });

  it('a call that releases and is answered all the same is posted', async () => {
    const { budget, books } = someBudget('1');
    await budget.run(CALL, async (grant) => {
      await grant.release();
      return { usage: usage(40) };
    });
    expect(await books()).toEqual({ 'org total': { spent: COST_OF_40, held: 0n } });
  });

  it('a call that settles by itself is settled once', async () => {
    const { budget, books } = someBudget('1');
    await budget.run(CALL, async (grant) => {
      await grant.settle(usage(40));
      return { usage: usage(100) };
    });
    expect(await books()).toEqual({ 'org total': { spent: COST_OF_40, held: 0n } });
  });

  it('names the cap, the need and the room when it refuses, and does not call', async () => {
    const { budget } = someBudget('0.02');
    let calls = 0;
    const refused = await budget
      .run(CALL, async () => {
        calls += 1;
      })
      .catch((error: unknown) => error as Error);
    expect(calls).toBe(0);
    expect(refused).toMatchObject({ name: 'PromptCostError', code: 'budget-denied' });
    expect((refused as Error).message).toMatchInlineSnapshot(
      `""org" has $0.02 left in total, and this call may cost up to $0.021. Ask for at most 83 output tokens."`,
    );
    // $0.02 − $0.015 = $0.005 = 83.3 × $60/M
    expect(((refused as Error).cause as Denial).affordableOutputTokens).toBe(83);
  });

  it.each([[{ ...CALL, model: 'no-such-model' }], [{ ...CALL, model: 'constructor' }]])(
    'does not call what has no price',
    async (request) => {
      const { budget } = someBudget('1');
      let calls = 0;
      await expect(budget.run(request, async () => calls++)).rejects.toMatchObject({ code: 'budget-denied' });
      expect(calls).toBe(0);
    },
  );

  it('one id is one call, though a hundred ask for it at once and again', async () => {
    const { budget, books } = someBudget('1');
    let calls = 0;
    const call = async (): Promise<{ usage: unknown }> => {
      calls += 1;
      await Promise.resolve();
      return { usage: usage(40) };
    };
    const request = { ...CALL, id: 'same' };
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => budget.run(request, call)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(budget.run(request, call)).rejects.toMatchObject({ code: 'budget-denied' });
    expect(calls).toBe(1);
    expect(await books()).toEqual({ 'org total': { spent: COST_OF_40, held: 0n } });
  });

  it('denies, and does not call, when the store is down', async () => {
    const store = { ...memoryStore(), reserve: () => Promise.reject(new Error('connection lost')) };
    let calls = 0;
    await expect(someBudget('1', { store }).budget.run(CALL, async () => calls++)).rejects.toMatchObject({
      code: 'budget-denied',
      cause: { reason: 'store-unavailable' },
    });
    expect(calls).toBe(0);
  });

  it('keeps the reply when the store fails at the settle, and tells the listener', async () => {
    const store = { ...memoryStore(), settle: () => Promise.reject(new Error('connection lost')) };
    const heard: Settlement[] = [];
    const { budget } = someBudget('1', { store, onSettle: (settlement) => heard.push(settlement) });
    const reply = { usage: usage(40) };
    expect(await budget.run({ ...CALL, id: 'a' }, async () => reply)).toBe(reply);
    expect(heard).toMatchObject([{ id: 'a', held: '0.021', error: { code: 'budget-denied' } }]);
    const error = new Error('502');
    await expect(budget.run(CALL, async () => Promise.reject(error))).rejects.toBe(error);
  });

  it('tells the listener of every bill, overruns included, and survives its mistakes', async () => {
    const heard: Settlement[] = [];
    const { budget } = someBudget('1', {
      onSettle(settlement) {
        heard.push(settlement);
        throw new Error('a mistake');
      },
    });
    await budget.run(CALL, async () => ({ usage: usage(200) }));
    // 1,000 × $15/M + 200 × $60/M = $0.027
    expect(heard).toMatchObject([{ held: '0.021', bill: { total: '0.027' } }]);
    const codes = heard.flatMap((settlement) => ('bill' in settlement ? settlement.bill.warnings : []));
    expect(codes.map(({ code }) => code)).toContain('overrun');
  });
});
