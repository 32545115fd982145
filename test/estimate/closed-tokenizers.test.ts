import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { createEstimator, estimateCost, estimateCostSync } from '../../src/estimate/index.js';
import { listModels, modelRecord } from '../../src/models/index.js';
import { letterEncoding } from './letter-encoding.js';

const PROSE = 'so '.repeat(33).padEnd(100); // 100 letters
const letters = letterEncoding('letters');

describe('a model whose tokenizer is closed', () => {
  const estimator = createEstimator({ encodings: { claude_legacy: letters } });

  test('is counted by its likely factor, between the ends of its band', async () => {
    // 100 × 1, × 1.1 and × 1.15, and up to 8 tokens of framing
    expect(await estimator.countTokens(PROSE, 'claude-sonnet-4-6')).toMatchObject({
      tokens: 110,
      low: 100,
      high: 123,
      exactness: 'approximate',
    });
  });

  test('of a newer tokenizer has more tokens, and fewer of them for CJK', async () => {
    // prose: 100 × 1.2, × 1.1 × 1.3 and × 1.69, and 8; CJK: 100 × 1, × 1.14 and × 1.24, and 8
    expect(await estimator.countTokens(PROSE, 'claude-opus-4-8')).toMatchObject({
      tokens: 143,
      low: 120,
      high: 177,
    });
    expect(await estimator.countTokens('天空为什么'.repeat(20), 'claude-opus-4-8')).toMatchObject({
      tokens: 114,
      low: 100,
      high: 132,
    });
  });

  test("is exact in its text with the caller's own tokenizer", async () => {
    const request = { prompt: PROSE, encoding: letters };
    expect(await estimator.countTokens(request, 'claude-opus-4-8')).toMatchObject({
      tokens: 100,
      low: 100,
      exactness: 'exact-text',
    });
  });

  test('whose maker did not say that it has the vocabulary of those before it is approximate', async () => {
    for (const model of ['gpt-6-sol', 'gpt-6.2-astra', 'deepseek-v4.1-flash']) {
      const { exactness, band } = modelRecord(model)!;
      expect({ exactness, band }).toEqual({ exactness: 'approximate', band: { low: 0.9, high: 1.1 } });
    }
    expect(modelRecord('gpt-5.6-sol')!.exactness).toBe('exact-text');
    expect(modelRecord('deepseek-v4-pro')!.exactness).toBe('exact-text');
  });

  test('never has a likely count outside its range', async () => {
    const models = listModels().map(({ model }) => model);
    const names = new Set(models.map((model) => modelRecord(model)!.encoding));
    const all = createEstimator({ encodings: Object.fromEntries([...names].map((name) => [name, letters])) });
    const unit = fc.constantFrom('a', ' ', '{', '7', '天', 'П');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit }), fc.constantFrom(...models), async (text, model) => {
        const { low, tokens, high } = await all.countTokens(text, model);
        expect(low <= tokens && tokens <= high).toBe(true);
      }),
    );
  });
});

describe('a model whose encoding was not added', () => {
  test('is approximate, says what stood in, and how to count exactly', async () => {
    const estimate = await estimateCost({ model: 'kimi-k3', prompt: PROSE, output: 0 });
    expect(estimate).toMatchObject({ exactness: 'approximate', encoding: 'o200k_base' });
    expect(estimate.basis).toMatchInlineSnapshot(
      `"o200k_base stands in for Kimi's vocabulary, which makes as many tokens of English and code, a third fewer of Chinese, and up to 60 % more of Korean and other Latin languages; pass your own copy, made with 'promptcost compile', to createEstimator as encodings.kimi_k2."`,
    );
    expect(
      estimate.warnings.find(({ code }) => code === 'encoding-not-added')?.message,
    ).toMatchInlineSnapshot(
      `"kimi-k3 is counted with o200k_base in place of kimi_k2, which is not at hand."`,
    );
  });

  test('is exact in its text as soon as its encoding is there', async () => {
    const estimator = createEstimator({ encodings: { kimi_k2: letterEncoding('kimi_k2') } });
    const estimate = await estimator.estimateCost({ model: 'kimi-k3', prompt: PROSE, output: 0 });
    expect(estimate).toMatchObject({
      exactness: 'exact-text',
      encoding: 'kimi_k2',
      tokens: { input: { low: 100, likely: 100 } },
    });
    expect(estimate.warnings.map(({ code }) => code)).not.toContain('encoding-not-added');
    expect(estimator.estimateCostSync({ model: 'kimi-k3', prompt: PROSE }).exactness).toBe('exact-text');
  });

  test('is counted at once by the encoding that stands in, when that one is loaded', async () => {
    const request = { model: 'kimi-k3', prompt: PROSE, output: 0, at: '2026-11-24' };
    await loadEncoding('o200k_base');
    expect(estimateCostSync(request)).toEqual(await estimateCost(request));
  });

  test('shows no tokens, because they would be another model’s', async () => {
    const { encodingFor, tokenize } = createEstimator();
    await expect(tokenize('sky', 'llama-4-scout')).rejects.toMatchObject({ code: 'unknown-encoding' });
    await expect(encodingFor('llama-4-scout')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: The tokens of llama-4-scout need llama4, which is not at hand. o200k_base stands in for Llama 4's vocabulary, which makes as many tokens of English and code and 15 % fewer of CJK; pass your own copy, made with 'promptcost compile', to createEstimator as encodings.llama4.]`,
    );
  });
});
