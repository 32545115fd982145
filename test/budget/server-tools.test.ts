import { describe, expect, it } from 'vitest';
import { assertWithinBudget, createBudget, fitsBudget } from '../../src/budget/index.js';
import type { EstimateRequest } from '../../src/estimate/index.js';
import { granted } from './granted.js';

const at = '2026-08-01';
const search = { type: 'web_search_20250305', name: 'web_search' };
const request = (parts: Partial<EstimateRequest>): EstimateRequest => ({
  model: 'claude-sonnet-4-6',
  messages: [{ role: 'user', content: 'Why is the sky blue?' }],
  output: { max: 1_000 },
  at,
  ...parts,
});
const budgetOf = (limit: string) => createBudget({ caps: [{ scope: 'org', limit, per: 'total' }] });

describe('a budget for a call with a search by the provider', () => {
  it.each([
    [1, 10_809, 644],
    [10, 401_468, 792],
  ])(
    'holds what %i searches were billed: %i tokens in, %i out',
    async (max_uses, input_tokens, output_tokens) => {
      const reservation = await granted(
        budgetOf('10').reserve(request({ tools: [{ ...search, max_uses }] })),
      );
      const usage = { input_tokens, output_tokens, server_tool_use: { web_search_requests: max_uses } };
      const bill = await reservation.settle(usage);
      // $3/M in, $15/M out, $10 per 1,000 searches.
      const dollars = (input_tokens * 3 + output_tokens * 15) / 1e6 + max_uses / 100;
      expect(bill.priced && Number(bill.total)).toBeCloseTo(dollars, 12);
      expect(bill.warnings.map(({ code }) => code)).not.toContain('overrun');
      expect(Number(reservation.held)).toBeGreaterThan(dollars);
    },
  );

  it('without a bound on it has no worst case: it is denied, and says what to pass', async () => {
    const unbounded = request({ tools: [search] });
    const message = expect.stringMatching(
      /^Nothing bounds how often tools\[0\] runs .* Pass toolUses\.max\.$/,
    );
    expect(await budgetOf('10').reserve(unbounded)).toMatchObject({
      ok: false,
      reason: 'unpriced',
      unpriceable: 'no-tool-limit',
      message,
    });
    await expect(assertWithinBudget(unbounded, '10')).rejects.toMatchObject({ code: 'unpriced', message });
    expect((await budgetOf('10').reserve({ ...unbounded, toolUses: { max: 2 } })).ok).toBe(true);
  });

  it('counts the fees in what is left for the answer', async () => {
    const tools = [{ ...search, max_uses: 1 }];
    const dearest = request({ tools, output: { max: 0 } });
    const { cost } = await assertWithinBudget(dearest, '1');
    // $0.0015 more than all but the answer pay for 100 tokens at $15/M.
    const limit = (Number(cost.high) + 0.0015).toFixed(12);
    const denied = await budgetOf(limit).reserve(request({ tools }));
    expect(denied).toMatchObject({ ok: false, reason: 'denied', affordableOutputTokens: 100 });
  });
});

it('a long prompt with a tool and a small limit is refused, not an error', async () => {
  const tools = [{ type: 'function', function: { name: 'f' } }];
  const { messages: _, ...rest } = request({ tools });
  expect(await fitsBudget({ ...rest, prompt: 'sky '.repeat(10_000) }, '0.001')).toBe(false);
  expect(await fitsBudget({ ...rest, prompt: 'sky '.repeat(10_000) }, '1')).toBe(true);
});
