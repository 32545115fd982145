import { describe, expect, it } from 'vitest';
import { fromLangfuse, fromLlmPrices } from '../../../src/prices/import/index.js';
import type { SellerFile } from '../../../src/prices/schema.js';

const source = { ref: 'somebody/prices@1', date: '2026-08-21' };
const only = (candidates: readonly SellerFile[]): SellerFile => {
  expect(candidates).toHaveLength(1);
  return candidates[0]!;
};

describe('fromLangfuse', () => {
  it('takes the maker for the seller, and each price once', () => {
    const feed = [
      {
        modelName: 'claude-opus-5',
        pricingTiers: [
          {
            conditions: [],
            prices: {
              input: 5e-6,
              input_tokens: 5e-6,
              output: 2.5e-5,
              input_cache_read: 5e-7,
              input_cache_creation_1h: 1e-5,
            },
          },
          {
            conditions: [{ source: 'model_parameters', key: 'speed', operator: 'in', values: ['fast'] }],
            prices: { input: 1e-5, output: 5e-5 },
          },
        ],
      },
      {
        modelName: 'llama-3.3-70b',
        pricingTiers: [{ conditions: [], prices: { input: 1e-6, output: 1e-6 } }],
      },
    ];
    const { candidates, findings } = fromLangfuse(feed, { source });
    const file = only(candidates);
    expect(file.seller).toBe('anthropic');
    expect(file.offers[0]!.periods[0]!.rates).toEqual({
      input: '5',
      output: '25',
      cacheRead: '0.5',
      cacheWrite1h: '10',
    });
    expect(Object.values(file.rules!)).toEqual([
      { kind: 'replace', when: { speed: ['fast'] }, rates: { input: '10', output: '50' } },
    ]);
    // Meta sells no Llama: whose price that is, nobody knows.
    expect(findings).toEqual([expect.objectContaining({ code: 'unknown-model', model: 'llama-3.3-70b' })]);
  });
});

describe('fromLlmPrices', () => {
  it('keeps the dates of the historical file', () => {
    const price = { id: 'claude-sonnet-5', vendor: 'anthropic', input_cached: null };
    const prices = [
      { ...price, input: 3, output: 15, from_date: '2026-09-01', to_date: null },
      { ...price, input: 2, output: 10, from_date: null, to_date: '2026-09-01' },
    ];
    const { candidates } = fromLlmPrices({ prices }, { source });
    expect(only(candidates).offers[0]!.periods.map(({ from, until, rates }) => [from, until, rates])).toEqual(
      [
        [null, '2026-09-01', { input: '2', output: '10' }],
        ['2026-09-01', null, { input: '3', output: '15' }],
      ],
    );
  });
});
