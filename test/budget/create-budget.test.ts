import { describe, expect, it } from 'vitest';
import { type Cap, createBudget } from '../../src/budget/index.js';
import { CALL, DAY_OF_O1, someBudget } from './some-budget.js';

describe('at the door', () => {
  const cap: Cap = { scope: 'org', limit: '1', per: 'day' };
  const withLimit = (limit: unknown): (() => unknown) => {
    return () => createBudget({ caps: [{ ...cap, limit: limit as string }] });
  };

  it.each(['0', '0.5', '500', '9000000', '0.000000000001'])('a limit of %j is fine', (limit) => {
    expect(withLimit(limit)).not.toThrow();
  });

  it.each([
    '-1',
    'NaN',
    'Infinity',
    '',
    ' 1',
    '1e3',
    '$5',
    '1,000',
    '.5',
    '5.',
    '0x10',
    '1/2',
    '٣',
    '0.0000000000001',
    '9000000.000000000001',
    '9'.repeat(500),
    5,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    5n,
    null,
    undefined,
    {},
    ['5'],
  ])('a limit of %o is refused', (limit) => {
    expect(withLimit(limit)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('the messages name the limit and the way out', () => {
    expect(withLimit(-1)).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].limit is -1. Write a decimal string such as "0.05": not below 0, without exponent, at most 12 decimals.]`,
    );
    expect(withLimit('9000001')).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].limit is "9000001". The most a cap can be is 9000000.]`,
    );
    expect(() => createBudget({ caps: [] })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: A budget needs at least one cap, such as { scope: "org", limit: "500", per: "month" }.]`,
    );
    expect(() => createBudget({ caps: [cap, { ...cap, limit: '2' }] })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: Two caps are for "org" per day. Keep the smaller, or name their scopes apart.]`,
    );
    expect(() =>
      createBudget({ caps: [{ ...cap, per: 'year' as 'day' }] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].per is "year". It is one of minute, hour, day, week, month, total.]`,
    );
    expect(() => createBudget({ caps: [{ ...cap, scope: '' }] })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: caps[0].scope is "". A scope is a string of 1 to 200 characters.]`,
    );
    expect(() => createBudget({ caps: [cap], holdTtl: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: holdTtl is 0. It is a whole number of milliseconds, from 1 to 2592000000 (30 days).]`,
    );
  });

  it('two caps may share a scope with different windows', () => {
    expect(() => createBudget({ caps: [cap, { ...cap, per: 'month' }] })).not.toThrow();
  });

  it('a scope worked out from the request may not become the purse of another cap', async () => {
    const caps: Cap[] = [cap, { ...cap, scope: ({ labels: { user = '' } = {} }) => user }];
    const budget = createBudget({ caps, now: () => new Date(DAY_OF_O1) });
    await expect(budget.reserve({ ...CALL, labels: { user: 'org' } })).rejects.toThrow(
      'Two caps are for "org" per day',
    );
    await expect(budget.reserve(CALL)).rejects.toThrow('caps[1].scope is ""');
    expect((await budget.reserve({ ...CALL, labels: { user: 'ada' } })).ok).toBe(true);
  });

  it.each(['', 'x'.repeat(201), 5 as unknown as string])('an id of %o is refused', async (id) => {
    await expect(someBudget('1').budget.reserve({ ...CALL, id })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('a request that is none, or has hostile counts, is refused and holds nothing', async () => {
    const { budget, books } = someBudget('1');
    for (const request of [
      undefined,
      null,
      'o1',
      { ...CALL, input: -1 },
      { ...CALL, input: Number.NaN },
      { ...CALL, output: 1.5 },
    ]) {
      await expect(budget.reserve(request as typeof CALL)).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(await books()).toEqual({});
  });
});
