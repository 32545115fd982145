import { describe, expect, it } from 'vitest';
import {
  type Finding,
  fromGenaiPrices,
  fromLangfuse,
  fromLiteLLM,
  fromLlmPrices,
  fromModelsDev,
  fromOpenRouter,
} from '../../../src/prices/import/index.js';
import type { SellerFile } from '../../../src/prices/schema.js';

const source = { ref: 'somebody/prices@1', date: '2026-08-21' };
const only = (candidates: readonly SellerFile[]): SellerFile => {
  expect(candidates).toHaveLength(1);
  return candidates[0]!;
};

describe('a threshold that is no number of tokens', () => {
  const rates = { input_cost_per_token: 1.5e-5, output_cost_per_token: 6e-5 };
  const unread = (findings: readonly Finding[]): string[] =>
    findings.filter(({ code }) => code === 'unread-price').map(({ path }) => path);
  const rulesOf = (candidates: readonly SellerFile[]): unknown =>
    only(candidates).offers[0]!.periods[0]!.rules ?? [];

  it.each([null, '', '32000', [], { toString: '' }, -1, 0.5])(
    'is named and never taken for 0: %j',
    (start) => {
      const lite = fromLiteLLM(
        {
          o1: {
            litellm_provider: 'openai',
            mode: 'chat',
            ...rates,
            tiered_pricing: [{ range: [start, 5], ...rates }],
          },
        },
        { source },
      );
      const genai = fromGenaiPrices(
        [
          {
            id: 'openai',
            models: [
              {
                id: 'o1',
                prices: { input_mtok: { base: 15, tiers: [{ start, price: 20 }] }, output_mtok: 60 },
              },
            ],
          },
        ],
        { source },
      );
      const dev = fromModelsDev(
        {
          openai: {
            models: {
              o1: { cost: { input: 15, output: 60, tiers: [{ tier: { size: start }, input: 20 }] } },
            },
          },
        },
        { source },
      );
      expect([lite, genai, dev].map(({ findings }) => unread(findings))).toEqual([
        ['o1.tiered_pricing.0'],
        ['openai.models.o1.prices.input_mtok.tiers.0'],
        ['openai.models.o1.cost.tiers.0'],
      ]);
      expect([lite, genai, dev].map(({ candidates }) => rulesOf(candidates))).toEqual([[], [], []]);
    },
  );
});

describe('an importer', () => {
  it.each([fromGenaiPrices, fromLangfuse, fromLiteLLM, fromLlmPrices, fromModelsDev, fromOpenRouter])(
    '$name refuses what is not its feed, and a feed without a source',
    (from) => {
      for (const feed of ['', '{', '[]', '{}', 'null', null, 5, [], {}, '{"a": {"b": 1}}']) {
        expect(() => from(feed, { source })).toThrow(expect.objectContaining({ code: 'invalid-prices' }));
      }
      expect(() => from({}, { source: { ref: '', date: '' } })).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
      expect(() => from({}, undefined as never)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    },
  );
});
