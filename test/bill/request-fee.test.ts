import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import { createEstimator } from '../../src/estimate/index.js';

const now = (): Date => new Date('2026-11-25T00:00:00Z');
const { costOfUsage, billOf } = createBiller({ now });
const usage = { prompt_tokens: 1000, completion_tokens: 500, total_tokens: 1500 };

describe('a fee per request', () => {
  it('is billed once a reply, by how much of the web it read', () => {
    // 1,000 × $3/M + 500 × $15/M = $0.0105, and $0.006 for the request
    expect(costOfUsage(usage, { model: 'sonar-pro' })).toMatchObject({ total: '0.0165' });
    expect(costOfUsage(usage, { model: 'sonar-pro', variant: 'search-low' })).toMatchObject({
      total: '0.0165',
    });
    expect(costOfUsage(usage, { model: 'sonar-pro', variant: 'search-high' })).toMatchObject({
      total: '0.0245',
      lines: expect.arrayContaining([expect.objectContaining({ meter: 'request', rate: '0.014' })]),
    });
  });

  it('is part of an estimate, once a call', async () => {
    const { estimateCost } = createEstimator({ now });
    const request = { model: 'sonar-pro', input: 1000, output: 500 };
    const one = await estimateCost(request);
    expect(one.priced && one.cost.likely).toBe('0.0165');
    const ten = await estimateCost({ ...request, calls: 10 });
    expect(ten.priced && ten.cost.likely).toBe('0.165');
  });

  it('is not added where the seller asks none, nor to quantities that are given', () => {
    expect(costOfUsage(usage, { model: 'gpt-4o' })).toMatchObject({ total: '0.0075' });
    expect(billOf({ input: 1000, output: 500 }, { model: 'sonar-pro' })).toMatchObject({ total: '0.0105' });
  });

  it('is of the meters that deep research bills apart', () => {
    // 1M of each: input 2, reasoning 3, output 8, citations 2; ten searches at $5 a thousand
    const quantities = { input: 1e6, reasoning: 1e6, output: 1e6, citation: 1e6, webSearch: 10 };
    expect(billOf(quantities, { model: 'sonar-deep-research' })).toMatchObject({ total: '15.05' });
  });
});
