import { describe, expect, it } from 'vitest';
import { createEstimator, estimateCost } from '../../src/entries/index.js';
import { planConversation } from '../../src/plan/index.js';

const at = '2026-01-15T12:00:00Z';
const SHAPE = { at, turns: 3, systemTokens: 10_000, userTokens: 500, outputTokens: 500 } as const;
const codes = (plan: { readonly warnings: readonly { readonly code: string }[] }): string[] =>
  plan.warnings.map(({ code }) => code);

describe('a long conversation', () => {
  it('says at which turn the model can hold no more', async () => {
    const shape = { at, systemTokens: 0, userTokens: 10_000, outputTokens: 1_000 } as const;
    // Turn n has 10,000 n + 1,000 (n − 1) in and 1,000 out: 11,000 n, so that turn 18 has 198,000 of 200,000.
    expect(codes(await planConversation({ model: 'claude-opus-4-5', ...shape, turns: 18 }))).not.toContain(
      'over-context',
    );
    const over = await planConversation({ model: 'claude-opus-4-5', ...shape, turns: 50 });
    expect(over.warnings.filter(({ code }) => code === 'over-context')).toEqual([
      {
        code: 'over-context',
        message:
          'Turn 19 has 209000 tokens, more than the 200000 that claude-opus-4-5 can hold. Plan fewer turns, or shorten what is sent back.',
      },
    ]);
  });

  it('is planned with two estimates between two bounds of the price, however long it is', async () => {
    const estimator = createEstimator();
    let estimates = 0;
    const counting = {
      ...estimator,
      estimateCost: (request: Parameters<typeof estimator.estimateCost>[0]) => {
        estimates++;
        return estimator.estimateCost(request);
      },
    };
    const plan = await planConversation(
      { model: 'claude-sonnet-4-5', at, turns: 10_000, userTokens: 10, outputTokens: 10 },
      counting,
    );
    expect(plan.turns).toHaveLength(10_000);
    // One for the conditions; uncached, too small to be cached, first written, written and read, on either side of 200,000.
    expect(estimates).toBeLessThan(12);
  });

  it.each([
    ['claude-sonnet-4-5', '1h'],
    ['claude-haiku-4-5', undefined],
    ['gpt-5', undefined],
    ['gemini-2.5-pro', undefined],
    ['deepseek-v3.2', undefined],
    ['sonar', undefined],
  ] as const)('costs, turn by turn, what an estimate says: %s', async (model, ttl) => {
    const userTokens = [900, 40_000, 1, 90_000, 69_099, 1_000, 1, 300_000, 0];
    const outputTokens = [0, 1, 0, 10, 500, 0, 0, 70, 3];
    const plan = await planConversation({ model, at, ttl, turns: 9, userTokens, outputTokens });
    for (const { input, output, cacheRead, cacheWrite, withCache, withoutCache } of plan.turns) {
      const without = await estimateCost({ model, at, input, output });
      const isSold = model.startsWith('claude');
      const cachedInput = { read: cacheRead, write: isSold ? cacheWrite : 0, ttl: ttl ?? '5m' } as const;
      const cached = await estimateCost({ model, at, input, output, cachedInput });
      expect([without.priced && without.cost.likely, cached.priced && cached.cost.likely]).toEqual([
        withoutCache,
        withCache,
      ]);
    }
  });
});

describe('how long a cache keeps what is written', () => {
  it('is what the seller has, and nothing else', async () => {
    const plan = (model: string, ttl: '5m' | '30m' | '1h', when: string = at) =>
      planConversation({ model, ...SHAPE, at: when, secondsBetweenTurns: 600, ttl });
    await expect(plan('gpt-5', '1h')).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'openai has no cache lifetime "1h" for gpt-5. It has 5m.',
    });
    await expect(plan('claude-sonnet-4-5', '30m')).rejects.toThrow('It has 5m and 1h.');
    await expect(plan('gemini-2.5-pro', '1h')).rejects.toThrow('It states none: leave ttl out.');
    await expect(plan('gpt-5.6-sol', '5m', '2026-10-15')).rejects.toThrow('It has 30m.');
    expect((await plan('claude-sonnet-4-5', '5m')).turns[1]!.cacheRead).toBe(0);
    expect((await plan('claude-sonnet-4-5', '1h')).turns[1]!.cacheRead).toBe(10_500);
    expect((await plan('gpt-5.6-sol', '30m', '2026-10-15')).turns[1]!.cacheRead).toBe(10_496);
  });

  it('is a hope where the seller states none, and says so once time passes', async () => {
    const call = { model: 'gemini-2.5-pro', ...SHAPE } as const;
    expect(codes(await planConversation(call))).not.toContain('cache-lifetime-unknown');
    const slow = await planConversation({ ...call, secondsBetweenTurns: 86_400 });
    expect(codes(slow)).toContain('cache-lifetime-unknown');
  });
});
