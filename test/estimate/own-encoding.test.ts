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
      exactness: 'approximate',
      encoding: 'letters',
      basis:
        "Counted with the caller's own tokenizer, letters; whether it counts as o200k_base does is not verified.",
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

  test('has the label of the vocabulary whose name it has, wherever it was passed', async () => {
    const o200k = letterEncoding('o200k_base');
    const bundled = await createEstimator().countTokens('sky', 'gpt-4o');
    const { exactness, basis } = bundled;
    const estimator = createEstimator({ encodings: { o200k_base: o200k } });
    expect(await estimator.countTokens('sky', 'gpt-4o')).toMatchObject({ exactness, basis });
    const request = { prompt: 'sky', encoding: o200k };
    expect(await createEstimator().countTokens(request, 'gpt-4o')).toMatchObject({ exactness, basis });
  });

  test('is approximate under a name that is not its own, and says so', async () => {
    const estimator = createEstimator({ encodings: { o200k_base: letters, gemma3: letters } });
    for (const [model, name] of [
      ['gpt-4o', 'o200k_base'],
      ['gemini-2.5-pro', 'gemma3'],
    ] as const) {
      expect(await estimator.countTokens('sky', model)).toMatchObject({
        exactness: 'approximate',
        encoding: 'letters',
        basis: `Counted with the caller's own tokenizer, letters; whether it counts as ${name} does is not verified.`,
      });
      expect(estimator.estimateCostSync({ model, prompt: 'sky' }).exactness).toBe('approximate');
    }
  });

  test('is refused under a name that no model has', () => {
    expect(() => createEstimator({ encodings: { gemma33: letters } })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: No model is counted with an encoding "gemma33". There are: cl100k_base, claude_legacy, deepseek_v3, gemma2, gemma3, kimi_k2, llama2, llama3, llama4, mistral_v1, o200k_base, o200k_harmony, p50k_base, p50k_edit, qwen3, r50k_base, tekken, and models of your own prices.]`,
    );
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
