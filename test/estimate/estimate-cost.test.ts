import { describe, expect, test } from 'vitest';
import {
  compareCosts,
  countTokens,
  createEstimator,
  type Estimate,
  estimateCost,
  estimateCostSync,
  type PricedEstimate,
} from '../../src/estimate/index.js';

const STORY = '2025-01-27';
const SKY = 'Why is the sky blue?'; // 6 tokens in o200k_base, deepseek_v3 and llama3

function priced(estimate: Estimate): PricedEstimate {
  if (!estimate.priced) throw new Error(estimate.price.message);
  return estimate;
}
const amountOf = (estimate: Estimate, meter: string): string | undefined =>
  priced(estimate).lines.find((line) => line.meter === meter)?.amount;
const codes = (estimate: Estimate): string[] => estimate.warnings.map(({ code }) => code);

describe('the three systems of the story', () => {
  test('a million tokens of answer cost 2.19 on R1 and 60 on o1, to the last digit', async () => {
    for (const [model, amount] of [
      ['deepseek-r1', '2.19'],
      ['o1', '60'],
    ] as const) {
      const estimate = await estimateCost({ model, prompt: SKY, output: 1_000_000, at: STORY });
      expect(amountOf(estimate, 'output')).toBe(amount);
    }
  });

  test('six tokens in and 1,000 out on R1 are their two lines, exactly', async () => {
    const estimate = priced(
      await estimateCost({ model: 'deepseek-r1', prompt: SKY, output: 1_000, at: STORY }),
    );
    // 6 × $0.55/M = $0.0000033; 1,000 × $2.19/M = $0.00219
    expect(estimate.lines.map(({ quantity, rate, amount }) => [quantity, rate, amount])).toEqual([
      [6, '0.55', '0.0000033'],
      [1_000, '2.19', '0.00219'],
    ]);
    expect(estimate.cost).toEqual({ low: '0.0021933', likely: '0.0021933', high: '0.00219605' }); // 5 tokens of framing more
    expect(estimate.usd).toBe(0.0021933);
    expect(estimate.encoding).toBe('deepseek_v3');
  });

  test('R1 is off-peak on 2025-06-01 at 20:00Z', async () => {
    const at = '2025-06-01T20:00Z';
    const estimate = priced(
      await estimateCost({ model: 'deepseek-r1', input: 1_000_000, output: 1_000_000, at }),
    );
    expect(estimate.lines.map(({ amount }) => amount)).toEqual(['0.135', '0.55']);
    expect(estimate.price.rules).toHaveLength(1);
  });

  test('o1 costs today what it cost then, cached input half, and is deprecated', async () => {
    for (const at of [STORY, '2026-11-24']) {
      const estimate = await estimateCost({
        model: 'o1',
        input: 2_000_000,
        cachedInput: 1_000_000,
        output: 0,
        at,
      });
      expect(amountOf(estimate, 'input')).toBe('15');
      expect(amountOf(estimate, 'cacheRead')).toBe('7.5');
      expect(codes(estimate).includes('deprecated')).toBe(at !== STORY);
    }
  });

  test('R1 is retired today, and says where to go', async () => {
    const estimate = await estimateCost({ model: 'deepseek-r1', prompt: SKY, output: 1, at: '2026-11-24' });
    expect(estimate.priced).toBe(false);
    expect(estimate.tokens?.input.likely).toBe(6);
    expect(estimate.price).toMatchObject({
      reason: 'retired',
      successors: ['deepseek-v4-pro', 'deepseek-v4-flash'],
    });
    expect(estimate.price).toHaveProperty('hosts', expect.arrayContaining(['together', 'bedrock']));
  });

  test('Llama 3.3 70B is priced at its reference host, and says so', async () => {
    const estimate = priced(
      await estimateCost({ model: 'llama-3.3-70b', input: 1_000_000, output: 1_000_000 }),
    );
    expect([estimate.provider, ...estimate.lines.map(({ amount }) => amount)]).toEqual([
      'groq',
      '0.59',
      '0.79',
    ]);
    expect(codes(estimate)).toContain('host-assumed');
  });

  test('they compare cheapest first, and the unknown comes last', async () => {
    const models = ['no-such-model', 'o1', 'deepseek-r1', 'llama-3.3-70b'];
    const ranked = await compareCosts({ prompt: SKY, output: 500, at: STORY }, models);
    expect(ranked.map(({ requested }) => requested)).toEqual([
      'llama-3.3-70b',
      'deepseek-r1',
      'o1',
      'no-such-model',
    ]);
  });
});

describe('what a call holds', () => {
  test('a bare output is certain and warns that reasoning hides in it', async () => {
    const estimate = await estimateCost({ model: 'o1', input: 1, output: 9, at: STORY });
    expect(estimate.tokens?.output).toEqual({ low: 9, likely: 9, high: 9 });
    expect(codes(estimate)).toContain('hidden-reasoning');
    expect(codes(await estimateCost({ model: 'gpt-4o', input: 1, output: 9 }))).not.toContain(
      'hidden-reasoning',
    );
  });

  test('an omitted output is bounded by the model, with a warning', async () => {
    const estimate = priced(await estimateCost({ model: 'o1', input: 0, at: STORY }));
    // o1 writes up to 100,000 tokens: 100,000 × $60/M
    expect(estimate.cost).toEqual({ low: '0', likely: '0', high: '6' });
    expect(codes(estimate)).toContain('output-unbounded');
  });

  test('expected output is likely and max is the bound', async () => {
    const output = { expected: 100, max: 400 };
    const estimate = priced(await estimateCost({ model: 'o1', input: 0, output, choices: 2, at: STORY }));
    expect(estimate.tokens?.output).toEqual({ low: 0, likely: 200, high: 800 });
    expect(estimate.cost).toEqual({ low: '0', likely: '0.012', high: '0.048' }); // 200 and 800 × $60/M
  });

  test('calls multiply the cost and leave the size of a call alone', async () => {
    const one = priced(await estimateCost({ model: 'o1', input: 10, output: 10, at: STORY }));
    const many = priced(await estimateCost({ model: 'o1', input: 10, output: 10, calls: 1_000, at: STORY }));
    expect(one.cost.likely).toBe('0.00075'); // 10 × $15/M + 10 × $60/M
    expect(many.cost.likely).toBe('0.75');
    expect(many.tokens).toEqual(one.tokens);
    expect(many.lines.map(({ quantity }) => quantity)).toEqual([10_000, 10_000]);
  });

  test('a threshold is judged by the size of one call, not of all', async () => {
    // gpt-6-sol costs more above 272,000 tokens of prompt: 1,000 calls of 1,000 are not above it
    const request = { model: 'gpt-6-sol', input: 1_000, output: 0, at: '2026-11-01' };
    const many = priced(await estimateCost({ ...request, calls: 1_000 }));
    expect(many.lines[0]).toMatchObject({ quantity: 1_000_000, rate: '2', amount: '2' });
  });

  test('a call that overflows the context says by how much', async () => {
    const estimate = await estimateCost({ model: 'o1', input: 150_000, output: 60_000, at: STORY });
    expect(estimate.context).toEqual({ window: 200_000, used: 210_000, remaining: -10_000, fits: false });
    expect(codes(estimate)).toContain('over-context');
  });

  test('letters are code points, spaces included', async () => {
    expect(await countTokens('a 👩 b', 'o1')).toMatchObject({ letters: 5 });
    expect(await countTokens('', 'o1')).toMatchObject({ tokens: 0, low: 0, letters: 0, lettersPerToken: 0 });
  });
});

describe('whose tokenizer and clock', () => {
  test('the clock is asked once and serves the three sizes', async () => {
    let asked = 0;
    const now = (): Date => {
      asked++;
      return new Date('2025-01-27T00:00:00Z');
    };
    const estimate = await createEstimator({ now }).estimateCost({
      model: 'deepseek-r1',
      input: 1,
      output: { max: 5 },
    });
    expect([estimate.priced, asked]).toEqual([true, 1]);
  });

  test("a provider's own count is taken with its origin", async () => {
    const estimator = createEstimator({ countTokens: async () => 42 });
    const count = await estimator.countTokens('hello', 'o1');
    expect(count).toMatchObject({
      tokens: 42,
      low: 42,
      high: 42,
      basis: "Counted by the caller's countTokens.",
    });
    const broken = createEstimator({ countTokens: async () => Number.NaN });
    await expect(broken.countTokens('hello', 'o1')).rejects.toThrow('The number from countTokens is NaN');
  });

  test('the synchronous estimate wants its encoding loaded, and says which', async () => {
    const request = { model: 'qwen3-235b-a22b-2507', prompt: 'hello', output: 1 };
    expect(() => estimateCostSync(request)).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: qwen3-235b-a22b-2507 is counted with qwen3, which is not loaded. Call await loadEncoding('qwen3') once before.]`,
    );
    const later = await estimateCost(request);
    expect(estimateCostSync(request)).toMatchObject({ tokens: later.tokens });
  });
});
