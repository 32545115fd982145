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

describe('a reply of Perplexity', () => {
  it('is billed by how much of the web it says it read, as its charge has it', () => {
    const reply = {
      ...usage,
      search_context_size: 'high',
      num_search_queries: 1,
      cost: { total_cost: 0.0245 },
    };
    const bill = costOfUsage(reply, { model: 'sonar-pro' });
    // 1,000 × $3/M + 500 × $15/M = $0.0105, and $0.014 for the request, which pays for the search
    expect(bill).toMatchObject({
      total: '0.0245',
      billed: '0.0245',
      price: { rules: ['search-high at 0.014'] },
    });
    expect(bill.warnings.map(({ code }) => code)).toEqual(['price-reconstructed']);
  });

  it('of deep research is billed by citations, reasoning and searches as well', () => {
    const research = {
      prompt_tokens: 33,
      completion_tokens: 7_163,
      total_tokens: 7_196,
      citation_tokens: 20_016,
      num_search_queries: 18,
      reasoning_tokens: 73_997,
      search_context_size: 'medium',
    };
    const bill = costOfUsage(research, { model: 'sonar-deep-research' });
    // 33 × $2/M + 7,163 × $8/M + 20,016 × $2/M + 73,997 × $3/M + 18 × $5/1,000
    expect(bill).toMatchObject({ total: '0.409393' });
    expect(bill.warnings.map(({ code }) => code)).toEqual(['price-reconstructed']);
  });

  it('keeps the price where no rule knows what it says, with a warning', () => {
    const bill = costOfUsage({ ...usage, search_context_size: 'high' }, { model: 'o1', at: '2026-01-01' });
    // 1,000 × $15/M + 500 × $60/M
    expect(bill).toMatchObject({ total: '0.045' });
    expect(bill.warnings.find(({ code }) => code === 'usage-unmetered')?.message).toMatchInlineSnapshot(
      `"The reply says "search-high", for which openai/o1 has no price here; it may be billed apart."`,
    );
  });
});
