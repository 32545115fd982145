import { describe, expect, it } from 'vitest';
import { createBudget } from '../../src/budget/index.js';
import { createEstimator } from '../../src/estimate/index.js';
import { granted } from './granted.js';
import { someBudget } from './some-budget.js';

const now = (): Date => new Date('2026-11-25T00:00:00Z');
const MODEL = 'gpt-5.6-sol';

describe('what a reply says of its price, at a settle', () => {
  // 100,000 × $5/M until August, × $4/M in November
  const created = Date.parse('2026-08-01T00:00:00Z') / 1_000;
  const reply = { created, usage: { prompt_tokens: 100_000, completion_tokens: 0 } };

  it('its time counts for nothing: the prices are those of the hold', async () => {
    const { budget } = someBudget('1', { now });
    const reservation = await granted(budget.reserve({ model: MODEL, input: 100_000, output: { max: 0 } }));
    expect(await reservation.settle(reply)).toMatchObject({ total: '0.4', clock: 'caller' });
  });

  it('its time counts for nothing at a foreign estimator, which has its own', async () => {
    let instant = '2026-11-25T00:00:00Z';
    const estimator = createEstimator({ now: () => new Date(instant) });
    const budget = createBudget({ caps: [{ scope: 'org', limit: '1', per: 'total' }], estimator });
    const reservation = await granted(budget.reserve({ model: MODEL, input: 100_000, output: { max: 0 } }));
    instant = '2026-08-02T00:00:00Z';
    expect(await reservation.settle(reply)).toMatchObject({ total: '0.4', price: { at: '2026-11-25' } });
  });

  it('a tier that was not granted is not paid for', async () => {
    const { budget, books } = someBudget('1', { now });
    const call = { model: 'gpt-5.5', serviceTier: 'priority', input: 1_000, output: { max: 100 } } as const;
    const reservation = await granted(budget.reserve(call));
    const usage = { prompt_tokens: 1_000, completion_tokens: 100 };
    // 1,000 × $5/M + 100 × $30/M, of a hold of 2.5 times that
    expect(await reservation.settle({ service_tier: 'default', usage })).toMatchObject({ total: '0.008' });
    expect(await books()).toEqual({ 'org total': { spent: 8_000_000_000n, held: 0n } });
  });

  it('what an advisor of another model used is charged as well', async () => {
    const { budget, books } = someBudget('1', { now });
    const call = { model: 'claude-haiku-4-5', input: 1_000, output: { max: 100 } };
    const reservation = await granted(budget.reserve(call));
    const bill = await reservation.settle({
      input_tokens: 1_000,
      output_tokens: 100,
      iterations: [
        { type: 'message', input_tokens: 1_000, output_tokens: 100 },
        { type: 'advisor_message', model: 'claude-opus-5', input_tokens: 2_000, output_tokens: 200 },
      ],
    });
    // 1,000 × $1/M + 100 × $5/M = $0.0015, and 2,000 × $5/M + 200 × $25/M = $0.015
    expect(bill).toMatchObject({ total: '0.0015', others: [{ bill: { total: '0.015' } }] });
    expect(bill.warnings.find(({ code }) => code === 'overrun')?.message).toContain('cost $0.0165');
    expect(await books()).toEqual({ 'org total': { spent: 16_500_000_000n, held: 0n } });
  });
});
