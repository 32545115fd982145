import { describe, expect, test } from 'vitest';
import {
  compareCosts,
  createEstimator,
  type Estimate,
  type EstimateRequest,
  estimateCost,
  type PricedEstimate,
} from '../../src/estimate/index.js';
import { type SellerFile, withPrices } from '../../src/prices/schema.js';
import { letterEncoding } from './letter-encoding.js';

const encoding = letterEncoding('letters');

async function priced(request: EstimateRequest): Promise<PricedEstimate> {
  const estimate = await estimateCost(request);
  if (!estimate.priced) throw new Error(estimate.price.message);
  return estimate;
}
const amounts = ({ lines }: PricedEstimate): Record<string, string> =>
  Object.fromEntries(lines.map(({ meter, amount }) => [meter, amount]));

describe('the worked example of two models on 2025-01-27', () => {
  const call = { input: 1_000, output: 500, at: '2025-01-27' };

  test('is $0.001645 on R1 and $0.045 on o1', async () => {
    // 1,000 × $0.55/M + 500 × $2.19/M = $0.00055 + $0.001095
    expect((await priced({ model: 'deepseek-r1', ...call })).cost.likely).toBe('0.001645');
    // 1,000 × $15/M + 500 × $60/M = $0.015 + $0.03
    expect((await priced({ model: 'o1', ...call })).cost.likely).toBe('0.045');
  });

  test('has no width, because both sizes are given', async () => {
    const { cost } = await priced({ model: 'o1', ...call });
    expect(cost).toEqual({ low: '0.045', likely: '0.045', high: '0.045' });
  });
});

describe('cached input', () => {
  const at = '2026-11-01';

  test('is read and written at rates of its own, and leaves the rest of the input', async () => {
    const cachedInput = { read: 600_000, write: 300_000 };
    const request = { model: 'gpt-6-sol', provider: 'openai', input: 1_000_000, output: 0, at };
    const { lines } = await priced({ ...request, cachedInput });
    expect(lines.map(({ meter, quantity }) => [meter, quantity])).toEqual([
      ['input', 100_000],
      ['cacheRead', 600_000],
      ['cacheWrite', 300_000],
    ]);
  });

  test('may reach into the framing, which a provider caches too', async () => {
    // 3 tokens of text, and up to 12 more around them
    const request = { model: 'o1', prompt: 'sky', encoding, output: 0, at };
    const { tokens, cost } = await priced({ ...request, cachedInput: 10 });
    expect(tokens?.input).toEqual({ low: 3, likely: 3, high: 15 });
    // low and likely: 3 × $7.50/M; high: 10 × $7.50/M + 5 × $15/M
    expect(cost).toEqual({ low: '0.0000225', likely: '0.0000225', high: '0.00015' });
    await expect(estimateCost({ ...request, cachedInput: 16 })).rejects.toThrow(
      'cachedInput (16) cannot exceed the input, which has 15 tokens.',
    );
  });

  test('may exceed the low count of a model whose tokenizer is closed', async () => {
    const prompt = 'so '.repeat(33).padEnd(100);
    const estimator = createEstimator({ encodings: { qwen3: encoding } });
    const estimate = await estimator.estimateCost({
      model: 'qwen3.8-max',
      prompt,
      cachedInput: 100,
      output: 0,
      at,
    });
    // ±10 % of prose, and up to 12 tokens of framing
    expect(estimate.tokens?.input).toEqual({ low: 90, likely: 100, high: 123 });
    // 90 and 100 × $0.25/M; 100 × $0.25/M + 23 × $2/M
    expect(estimate).toMatchObject({
      exactness: 'approximate',
      cost: { low: '0.0000225', likely: '0.000025', high: '0.000071' },
    });
  });

  test('without a rate is unpriced, and names the meter', async () => {
    const estimate = await estimateCost({ model: 'qwen-plus', input: 10, cachedInput: 5, output: 0, at });
    expect(estimate).toMatchObject({
      priced: false,
      tokens: { input: { likely: 10 } },
      price: { reason: 'missing-rate', missing: ['cacheRead'] },
    });
  });
});

describe('the answer', () => {
  const request = { model: 'o1', input: 0, at: '2025-01-27' };

  test('with a bound alone may be as long as the bound', async () => {
    const { tokens, warnings } = await priced({ ...request, output: { max: 400 } });
    expect(tokens?.output).toEqual({ low: 0, likely: 400, high: 400 });
    expect(warnings).toEqual([]);
  });

  test('that is expected without a bound is bounded by the model, with a warning', async () => {
    const { tokens, warnings } = await priced({ ...request, output: { expected: 400 } });
    expect(tokens?.output).toEqual({ low: 0, likely: 400, high: 100_000 });
    expect(warnings.map(({ code }) => code)).toEqual(['output-unbounded']);
  });

  test('of no tokens costs nothing, and an empty prompt nothing but its framing', async () => {
    const { cost, letters, lettersPerToken } = await priced({
      model: 'o1',
      prompt: '',
      output: 0,
      at: '2025-01-27',
    });
    expect([letters, lettersPerToken]).toEqual([0, 0]);
    expect(cost).toEqual({ low: '0', likely: '0', high: '0.00018' }); // 12 × $15/M
  });
});

describe('the instant', () => {
  const noon = new Date('2026-11-04T12:00Z');
  const estimator = createEstimator({ now: () => noon });
  const codes = ({ warnings }: Estimate): string[] => warnings.map(({ code }) => code);
  const request = { model: 'deepseek-v4-pro', input: 1, output: { max: 1 } };

  test('that nobody named warns of a price that changes with the hour', async () => {
    expect(codes(await estimator.estimateCost(request))).toContain('price-varies');
    expect(codes(estimator.estimateCostSync(request))).toContain('price-varies');
    expect(codes((await estimator.compareCosts(request, [request.model]))[0]!)).toContain('price-varies');
    expect(codes(await estimator.estimateCost({ ...request, at: noon }))).not.toContain('price-varies');
  });

  test('is one for all the models of a comparison', async () => {
    let asked = 0;
    const now = (): Date => {
      asked++;
      return noon;
    };
    await createEstimator({ now }).compareCosts({ input: 1, output: { max: 1 } }, ['o1', 'gpt-4o', 'o3']);
    expect(asked).toBe(1);
  });

  test('that is a day of two prices says so', async () => {
    // DeepSeek began its off-peak hours on this day at 16:30Z.
    const estimate = await estimateCost({ model: 'deepseek-r1', input: 1, output: 1, at: '2025-02-26' });
    expect(codes(estimate)).toContain('day-has-several-prices');
  });
});

describe('prices of one’s own', () => {
  const own: SellerFile = {
    seller: 'our-cluster',
    currency: 'EUR',
    sources: { contract: { ref: 'contract 7 of 2026', date: '2026-10-01' } },
    offers: [
      {
        model: 'llama-3.3-70b',
        periods: [
          {
            from: '2026-10-01',
            rates: { input: '0.2', output: '1/3' },
            sources: ['contract'],
            checked: '2026-10-01',
          },
        ],
      },
    ],
  };
  const { compareCosts: compareOwn, estimateCost: estimateOwn } = createEstimator({
    prices: withPrices(own),
  });
  const at = '2026-11-01';
  const ours = 'our-cluster/llama-3.3-70b';

  test('round an endless decimal once, however many calls there are', async () => {
    const estimate = await estimateOwn({
      model: 'llama-3.3-70b',
      provider: 'our-cluster',
      input: 0,
      output: 1,
      calls: 3_000_000,
      at,
    });
    // 3,000,000 × €(1/3)/M: one euro, and not 3,000,000 times a rounded €0.000000333333333333
    expect(estimate).toMatchObject({ priced: true, currency: 'EUR', cost: { likely: '1' } });
    expect(estimate).not.toHaveProperty('usd');
  });

  test('in another currency are ranked after the dollar, and before what has no price', async () => {
    const models = ['no-such', ours, 'o1', 'deepseek-r1', 'llama-3.3-70b'];
    const ranked = await compareOwn({ input: 1_000, output: 500, at }, models);
    expect(ranked.map(({ requested, priced }) => [requested, priced])).toEqual([
      ['llama-3.3-70b', true],
      ['o1', true],
      [ours, true],
      ['no-such', false],
      ['deepseek-r1', false],
    ]);
  });
});

test('of equal costs the one named first stays first', async () => {
  const call = { input: 1, output: 1, at: '2025-01-27' };
  const ranked = await compareCosts(call, ['o1-2024-12-17', 'o1', 'openai/o1']);
  expect(ranked.map(({ requested }) => requested)).toEqual(['o1-2024-12-17', 'o1', 'openai/o1']);
});

test('R1 costs 0.135 and 0.55 a million by night, instead of 0.55 and 2.19', async () => {
  const call = { model: 'deepseek-r1', input: 1_000, output: 500 };
  // by day 1,000 × $0.55/M and 500 × $2.19/M; by night 1,000 × $0.135/M and 500 × $0.55/M
  const day = await priced({ ...call, at: '2025-06-01T10:00Z' });
  const night = await priced({ ...call, at: '2025-06-01T20:00Z' });
  expect(amounts(day)).toEqual({ input: '0.00055', output: '0.001095' });
  expect(amounts(night)).toEqual({ input: '0.000135', output: '0.000275' });
});
