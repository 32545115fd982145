import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, rational, toDecimal, ZERO } from '../../src/money/index.js';
import { cachedPart } from '../../src/plan/cached-part.js';
import { planConversation } from '../../src/plan/index.js';

const at = '2026-01-15T12:00:00Z';
const SHAPE = { at, turns: 3, systemTokens: 10_000, userTokens: 500, outputTokens: 500 } as const;

describe('what the cache gives back', () => {
  it('is nothing below the minimum, and whole steps above it', () => {
    const rule = { minimum: 1_024, step: 128 };
    expect([1_023, 1_024, 1_151, 1_152, 1_500].map((tokens) => cachedPart(tokens, rule))).toEqual([
      0, 1_024, 1_024, 1_152, 1_408,
    ]);
  });
});

describe('a planned conversation', () => {
  it('writes at 1.25 × and reads at 0.1 × on Claude', async () => {
    const plan = await planConversation({ model: 'claude-sonnet-4-5', ...SHAPE });
    // in 10,500 + 11,500 + 12,500 at $3/M; out 1,500 at $15/M
    expect(plan.withoutCache).toBe('0.126');
    // written 12,500 at $3.75/M = $0.046875, read 22,000 at $0.30/M = $0.0066, out $0.0225
    expect(plan.withCache).toBe('0.075975');
    expect(plan.saving).toBe('0.050025');
    expect(plan.breakEvenTurn).toBe(2);
    expect(plan.turns.map(({ cacheRead, cacheWrite }) => [cacheRead, cacheWrite])).toEqual([
      [0, 10_500],
      [10_500, 1_000],
      [11_500, 1_000],
    ]);
  });

  it('reads in steps of 128 and writes for nothing on GPT-5', async () => {
    const plan = await planConversation({ model: 'gpt-5', ...SHAPE });
    // 10,500 is 1,024 + 74 × 128 and 4 more
    expect(plan.turns.map(({ cacheRead }) => cacheRead)).toEqual([0, 10_496, 11_392]);
    // in 34,500 at $1.25/M, of which 21,888 at $0.125/M; out 1,500 at $10/M
    expect([plan.withoutCache, plan.withCache]).toEqual(['0.058125', '0.033501']);
    expect(plan.turns[0]!.withCache).toBe(plan.turns[0]!.withoutCache);
  });

  it('pays for each turn again when the cache forgets in between, and keeps an hour when asked to', async () => {
    const slow = { model: 'claude-sonnet-4-5', ...SHAPE, secondsBetweenTurns: 301 } as const;
    const forgotten = await planConversation(slow);
    expect(forgotten.turns.map(({ cacheRead }) => cacheRead)).toEqual([0, 0, 0]);
    expect(forgotten.breakEvenTurn).toBeNull();
    expect(forgotten.saving.startsWith('-')).toBe(true);
    const kept = await planConversation({ ...slow, ttl: '1h' });
    // written 12,500 at $6/M = $0.075, read 22,000 at $0.30/M = $0.0066, out $0.0225
    expect(kept.withCache).toBe('0.1041');
    expect(kept.turns.map(({ cacheRead }) => cacheRead)).toEqual([0, 10_500, 11_500]);
  });

  it('says when the price of a hit or the rule is not known, and caches nothing', async () => {
    const plan = await planConversation({ model: 'llama-3.3-70b', provider: 'together', ...SHAPE });
    expect(plan.withCache).toBe(plan.withoutCache);
    expect(plan.warnings.map(({ code }) => code)).toContain('no-cache-price');
    expect(plan).not.toHaveProperty('cache');
  });

  it('names the rules of each turn: the one past 200,000 tokens is dearer as a whole', async () => {
    const plan = await planConversation({
      model: 'gemini-2.5-pro',
      at,
      turns: 2,
      systemTokens: 199_000,
      userTokens: 1_000,
      outputTokens: 100,
    });
    expect(plan.turns[0]!.rules).toEqual([]);
    expect(plan.turns[1]!.rules.length).toBeGreaterThan(0);
    // 200,000 × $1.25/M + 100 × $10/M; 201,100 × $2.5/M + 100 × $15/M
    expect(plan.turns.map(({ withoutCache }) => withoutCache)).toEqual(['0.251', '0.50425']);
  });

  it('does not send hidden reasoning back', async () => {
    const plan = await planConversation({ model: 'o1', ...SHAPE, outputTokens: 800, droppedTokens: 600 });
    expect(plan.turns.map(({ input }) => input)).toEqual([10_500, 11_200, 11_900]);
  });

  it('refuses sizes that are none', async () => {
    await expect(planConversation({ model: 'o1', ...SHAPE, turns: 0 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(planConversation({ model: 'o1', ...SHAPE, userTokens: [1, 2] })).rejects.toThrow('3 turns');
    await expect(planConversation({ model: 'o1', ...SHAPE, droppedTokens: 501 })).rejects.toThrow('500');
    await expect(planConversation({ model: 'no-such', ...SHAPE })).rejects.toMatchObject({
      code: 'unpriced',
    });
  });

  it('adds up, and never reads more than was sent', async () => {
    const sizes = fc.array(fc.nat(50_000), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.nat(50_000),
        fc.nat(1_000),
        async (userTokens, systemTokens, outputTokens) => {
          const shape = { turns: userTokens.length, userTokens, systemTokens, outputTokens };
          const plan = await planConversation({ model: 'claude-haiku-4-5', at, ...shape });
          const sum = (of: 'withCache' | 'withoutCache'): string =>
            toDecimal(plan.turns.map((turn) => rational(turn[of])).reduce(add, ZERO));
          expect([sum('withCache'), sum('withoutCache')]).toEqual([plan.withCache, plan.withoutCache]);
          for (const { input, cacheRead, cacheWrite } of plan.turns) {
            expect(cacheRead + cacheWrite).toBeLessThanOrEqual(input);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
