import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assertWithinBudget, fitsBudget } from '../../src/budget/index.js';
import { isDiscounted } from '../../src/budget/is-discounted.js';
import { createEstimator, encodingFor, estimateCost, type PricedEstimate } from '../../src/estimate/index.js';
import type { Encoding } from '../../src/tokenize/index.js';
import { DAY_OF_O1 } from './some-budget.js';

const at = DAY_OF_O1;
// 10 × $15/M + 8 × $60/M = $0.00015 + $0.00048
const CALL = { model: 'o1', input: 10, output: 8, at } as const;

describe('assertWithinBudget', () => {
  it('returns the estimate of a call that stays within the limit, the limit included', async () => {
    expect(await assertWithinBudget(CALL, '0.00063')).toMatchObject({
      priced: true,
      cost: { high: '0.00063' },
    });
  });

  it('throws with both numbers one pico below', async () => {
    await expect(assertWithinBudget(CALL, '0.000629999999')).rejects.toMatchObject({ code: 'over-budget' });
    await expect(assertWithinBudget(CALL, '0.0001')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: o1 would cost up to $0.00063, over the $0.0001 budget.]`,
    );
  });

  it('throws where there is no price, no dollar price or no bound', async () => {
    await expect(assertWithinBudget({ ...CALL, model: 'no-such-model' }, '1')).rejects.toMatchObject({
      code: 'unpriced',
    });
    const estimator = createEstimator();
    const inYuan = {
      ...estimator,
      estimateCost: async () => ({
        ...((await estimator.estimateCost(CALL)) as PricedEstimate),
        currency: 'CNY' as const,
      }),
    };
    await expect(assertWithinBudget(CALL, '1', inYuan)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: o1 is priced in CNY, and the limit is in USD. Choose a provider that bills in USD.]`,
    );
  });
});

describe('fitsBudget', () => {
  it('is true up to the limit and false beyond it', async () => {
    expect(await fitsBudget(CALL, '0.00063')).toBe(true);
    expect(await fitsBudget(CALL, '0.000629999999')).toBe(false);
    expect(await fitsBudget({ ...CALL, input: 0, output: 0 }, '0')).toBe(true);
  });

  it('throws where neither would be true', async () => {
    await expect(fitsBudget({ ...CALL, model: 'constructor' }, '1')).rejects.toMatchObject({
      code: 'unpriced',
    });
    // R1 was retired in 2025.
    const late = fitsBudget({ ...CALL, model: 'deepseek-r1', at: '2026-11-24' }, '1');
    await expect(late).rejects.toMatchObject({ code: 'unpriced' });
  });

  it.each(['-1', 'NaN', '1e3', '0.0000000000001', 1, undefined])(
    'a limit of %o is refused',
    async (limit) => {
      await expect(fitsBudget(CALL, limit as string)).rejects.toMatchObject({ code: 'invalid-input' });
      await expect(assertWithinBudget(CALL, limit as string)).rejects.toMatchObject({
        code: 'invalid-input',
      });
    },
  );

  it('says what the whole estimate says, however long the prompt', async () => {
    const prompts = fc.tuple(
      fc.constantFrom('word ', 'a', 'x1,', '你好', '🙂 '),
      fc.integer({ min: 0, max: 9_000 }),
    );
    const micros = fc.integer({ min: 0, max: 200_000 });
    const seen = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(prompts, micros, fc.boolean(), async ([word, times], limit, isMini) => {
        const model = isMini ? 'gpt-4o-mini' : 'o1';
        const request = { model, prompt: word.repeat(times), output: { max: 10 }, at };
        const estimate = (await estimateCost(request)) as PricedEstimate;
        const fits = Math.round(Number(estimate.cost.high) * 1e12) <= limit * 1e6;
        seen.add(fits);
        expect(await fitsBudget(request, (limit / 1e6).toFixed(6))).toBe(fits);
      }),
      { numRuns: 60 },
    );
    expect(seen.size).toBe(2);
  });

  it('does not count a book that the limit does not pay for', async () => {
    const real = await encodingFor('o1');
    const count = vi.fn(real.count.bind(real));
    const countUpTo = vi.fn(real.countUpTo.bind(real));
    const encoding: Encoding = { ...real, count, countUpTo };
    const prompt = 'All work and no play makes a dull book. '.repeat(100_000);
    // $0.0105 − 10 × $60/M = $0.0099 = 660 × $15/M
    expect(await fitsBudget({ model: 'o1', prompt, encoding, output: { max: 10 }, at }, '0.0105')).toBe(
      false,
    );
    expect(countUpTo.mock.calls.map(([, limit]) => limit)).toEqual([660]);
    expect(count).not.toHaveBeenCalled();
  });

  it('refuses a prompt together with a count, however long the prompt', async () => {
    const both = fitsBudget({ ...CALL, prompt: 'word '.repeat(10_000) }, '0.0001');
    await expect(both).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('trusts the search only where no rate falls with size', () => {
    const rates = { input: '1.10', output: '4.40' };
    expect(isDiscounted({ rates }, { rates })).toBe(false);
    expect(isDiscounted({ rates: { ...rates, input: '2.20' } }, { rates })).toBe(false);
    expect(isDiscounted({ rates: { ...rates, output: '4.399' } }, { rates })).toBe(true);
    expect(isDiscounted({ rates: { input: '1/12' } }, { rates: { input: '0.084', output: '1' } })).toBe(true);
  });
});
