import { describe, expect, it } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { createEstimator } from '../../src/estimate/index.js';
import { type SellerFile, withPrices } from '../../src/prices/schema.js';

const file = (seller: string, input: string): SellerFile => ({
  seller,
  currency: 'USD',
  sources: { contract: { ref: 'contract 7 of 2026', date: '2026-10-01' } },
  rules: { batch: { kind: 'multiply', when: { serviceTier: ['batch'] }, by: '1/2' } },
  offers: [
    {
      model: 'my-finetune',
      periods: [
        {
          from: '2026-10-01',
          rates: { input, output: '2' },
          rules: ['batch'],
          sources: ['contract'],
          checked: '2026-10-01',
        },
      ],
    },
  ],
});
const NOW = new Date('2026-11-25');
const now = (): Date => NOW;
const one = createEstimator({ prices: withPrices(file('our-cluster', '0.5')), now });
const two = createEstimator({
  prices: withPrices([file('our-cluster', '0.5'), file('together-ai', '0.6')]),
  now,
});
const TEXT = 'A token is typically a couple of letters.';

describe('a model that only the caller knows', () => {
  it.each([
    ['my-finetune', undefined],
    ['my-finetune', 'our-cluster'],
    ['our-cluster/my-finetune', undefined],
    ['My-Finetune', undefined],
  ])('has the price of its table: %s of %s', (model, provider) => {
    const price = one.priceOf(model, { provider });
    expect(price).toMatchObject({
      offer: 'our-cluster/my-finetune',
      model: 'my-finetune',
      rates: { input: '0.5' },
    });
    expect(price.warnings).toEqual([]);
  });

  it('is billed', () => {
    const usage = { prompt_tokens: 1_000_000, completion_tokens: 1_000_000 };
    // 0.5 + 2, half in a batch
    expect(one.costOfUsage(usage, { model: 'my-finetune' })).toMatchObject({ total: '2.5' });
    expect(one.costOfUsage(usage, { model: 'my-finetune', serviceTier: 'batch' })).toMatchObject({
      total: '1.25',
    });
  });

  it('is sold by the first of several, which is said', () => {
    expect(two.priceOf('my-finetune')).toMatchObject({
      provider: 'our-cluster',
      warnings: [
        {
          code: 'host-assumed',
          message:
            'Several sell my-finetune, and none was named; this is the price of our-cluster. Also sold by together: name one as provider.',
        },
      ],
    });
    expect(two.priceOf('together_ai/my-finetune')).toMatchObject({ rates: { input: '0.6' }, warnings: [] });
  });

  it('has no price elsewhere, at another time, or without the table', () => {
    expect(one.priceOf('my-finetune', { provider: 'groq' })).toMatchObject({
      reason: 'no-offer',
      hosts: ['our-cluster'],
    });
    expect(one.priceOf('my-finetune', { at: '2026-01-01' })).toMatchObject({ reason: 'not-yet' });
    expect(one.priceOf('groq/my-finetune')).toMatchObject({ reason: 'unknown-model' });
    expect(createEstimator().priceOf('my-finetune')).toMatchObject({ reason: 'unknown-model' });
  });

  it('is estimated with the encoding of the request, of the estimator, or a count', async () => {
    const encoding = await loadEncoding('o200k_base');
    const tokens = encoding.count(TEXT);
    const mine = createEstimator({
      prices: withPrices(file('our-cluster', '0.5')),
      now,
      encodings: { 'my-finetune': encoding },
    });
    const request = { model: 'my-finetune', output: 100 };
    for (const estimate of [
      await one.estimateCost({ ...request, prompt: TEXT, encoding }),
      await mine.estimateCost({ ...request, prompt: TEXT }),
      mine.estimateCostSync({ ...request, prompt: TEXT }),
      await one.estimateCost({ ...request, input: tokens }),
    ]) {
      expect(estimate).toMatchObject({
        priced: true,
        provider: 'our-cluster',
        tokens: { input: { likely: tokens } },
      });
    }
    expect(await one.countTokens({ prompt: TEXT, encoding }, 'my-finetune')).toMatchObject({
      tokens,
      exactness: 'exact-text',
    });
    expect(await mine.countTokens(TEXT, 'my-finetune')).toMatchObject({ tokens, exactness: 'exact-text' });
  });

  it('is counted by no guess', async () => {
    const message = /^No tokenizer of "my-finetune" is known\. Pass encoding or input with the request/;
    const error = { code: 'unknown-encoding', message: expect.stringMatching(message) };
    await expect(one.countTokens(TEXT, 'my-finetune')).rejects.toMatchObject(error);
    await expect(one.encodingFor('my-finetune')).rejects.toMatchObject(error);
    await expect(one.estimateCost({ model: 'my-finetune', prompt: TEXT })).rejects.toMatchObject(error);
    expect(() => one.estimateCostSync({ model: 'my-finetune', prompt: TEXT })).toThrow(
      expect.objectContaining(error),
    );
    await expect(createEstimator().countTokens(TEXT, 'my-finetune')).rejects.toMatchObject({
      code: 'unknown-model',
    });
  });
});
