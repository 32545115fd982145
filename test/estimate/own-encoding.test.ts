import { describe, expect, test } from 'vitest';
import { createEstimator, estimateCost, estimateCostSync } from '../../src/estimate/index.js';
import { letterEncoding } from './letter-encoding.js';

const AT = '2025-01-27';
const letters = letterEncoding('letters');

describe("the caller's own tokenizer", () => {
  test('counts in place of the model’s, and is named', async () => {
    const estimate = await estimateCost({
      model: 'o1',
      prompt: 'sky 👩',
      encoding: letters,
      output: 0,
      at: AT,
    });
    expect(estimate).toMatchObject({
      tokens: { input: { low: 5, likely: 5 } },
      exactness: 'exact-text',
      encoding: 'letters',
      basis: "Counted with the caller's own tokenizer, letters.",
      letters: 5,
      lettersPerToken: 1,
    });
  });

  test('needs nothing loaded', () => {
    const request = { model: 'deepseek-r1', prompt: 'sky', encoding: letters, output: 0, at: AT };
    // 3 × $0.55/M
    expect(estimateCostSync(request)).toMatchObject({ cost: { likely: '0.00000165' } });
  });

  test('stands in by the name that the model’s record gives', async () => {
    const estimator = createEstimator({ encodings: { deepseek_v3: letters } });
    const estimate = await estimator.estimateCost({ model: 'deepseek-r1', prompt: 'sky', output: 0, at: AT });
    expect(estimate.tokens?.input.likely).toBe(3);
    expect((await estimator.countTokens('sky', 'o1')).tokens).toBe(1);
    expect(await estimator.encodingFor('deepseek-r1')).toBe(letters);
  });

  test('is not found under a name that every object has', async () => {
    const encodings = Object.create({ o200k_base: letters }) as Record<string, typeof letters>;
    expect((await createEstimator({ encodings }).countTokens('sky', 'o1')).encoding).toBe('o200k_base');
  });

  test('is refused when what it counts is no number of tokens', async () => {
    const encoding = { ...letters, count: () => Number.NaN };
    await expect(estimateCost({ model: 'o1', prompt: 'sky', encoding, output: 0 })).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'The count by "letters" is NaN. Pass a whole number of at least 0.',
    });
  });
});

describe('a count made by the provider', () => {
  test('replaces ours, framing included, and is given the whole request', async () => {
    const seen: unknown[] = [];
    const estimator = createEstimator({
      countTokens: async (request) => {
        seen.push(request);
        return 1_000;
      },
    });
    const request = { model: 'o1', prompt: 'sky', output: 500, at: AT };
    const estimate = await estimator.estimateCost(request);
    expect(seen).toEqual([request]);
    expect(estimate).toMatchObject({
      tokens: { input: { low: 1_000, likely: 1_000, high: 1_000 } },
      exactness: 'exact',
      cost: { likely: '0.045' }, // 1,000 × $15/M + 500 × $60/M
    });
    expect(estimate).not.toHaveProperty('encoding');
  });

  test('is not asked for where the count is known, or the model is not', async () => {
    const countTokens = (): never => {
      throw new Error('not asked');
    };
    const estimator = createEstimator({ countTokens });
    expect(await estimator.estimateCost({ model: 'o1', input: 7, output: 0 })).toMatchObject({
      tokens: { input: { likely: 7 } },
    });
    expect(await estimator.estimateCost({ model: 'no-such', prompt: 'sky', output: 0 })).toMatchObject({
      priced: false,
    });
  });

  test('that fails is a failure, and never a guess', async () => {
    const estimator = createEstimator({ countTokens: async () => Promise.reject(new Error('429')) });
    await expect(estimator.estimateCost({ model: 'o1', prompt: 'sky', output: 0 })).rejects.toThrow('429');
  });
});
