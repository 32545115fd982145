import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromGenaiPrices,
  fromLangfuse,
  fromLiteLLM,
  fromLlmPrices,
  fromModelsDev,
  fromOpenRouter,
  type ImportResult,
} from '../../../src/prices/import/index.js';
import { bundledPrices } from '../../../src/prices/index.js';
import { withPrices } from '../../../src/prices/schema.js';

const source = { ref: 'somebody/prices@1', date: '2026-08-21' };
const tiers = { input: 4e-6, 'no such': 1 };

/** One small feed of each form, with one of everything that its reader looks at. */
const FEEDS: readonly (readonly [string, typeof fromLiteLLM, unknown])[] = [
  [
    'fromLiteLLM',
    fromLiteLLM,
    {
      o1: {
        litellm_provider: 'openai',
        mode: 'chat',
        input_cost_per_token: 1.5e-5,
        output_cost_per_token: 6e-5,
        input_cost_per_token_above_200k_tokens_batches: 1e-5,
        regional_processing_uplift_multiplier_eu: 1.1,
        tiered_pricing: [
          { range: [0, 32_000], input_cost_per_token: 1.5e-5 },
          { range: [32_000, 1e6], input_cost_per_token: 2e-6 },
        ],
      },
    },
  ],
  [
    'fromModelsDev',
    fromModelsDev,
    {
      openai: {
        models: {
          o1: {
            cost: { input: 15, output: 60, tiers: [{ tier: { size: 1000 }, input: 20 }] },
            experimental: {
              modes: { fast: { cost: { input: 30 }, provider: { body: { service_tier: 'priority' } } } },
            },
            modalities: { output: ['text'] },
          },
        },
      },
    },
  ],
  [
    'fromOpenRouter',
    fromOpenRouter,
    {
      data: [
        {
          id: 'openai/o1',
          pricing: {
            prompt: '0.000015',
            completion: '0.00006',
            overrides: [{ min_prompt_tokens: 5, prompt: '0.00002' }],
          },
        },
      ],
    },
  ],
  [
    'fromGenaiPrices',
    fromGenaiPrices,
    [
      {
        id: 'openai',
        models: [
          {
            id: 'o1',
            prices: [
              { prices: { input_mtok: { base: 15, tiers: [{ start: 9, price: 20 }] }, output_mtok: 60 } },
              { constraint: { start_date: '2026-03-13' }, prices: { input_mtok: 14, output_mtok: 60 } },
              { constraint: { start_time: '00:30:00Z', end_time: '16:30:00Z' }, prices: { input_mtok: 13 } },
            ],
          },
        ],
      },
    ],
  ],
  [
    'fromLangfuse',
    fromLangfuse,
    [
      {
        modelName: 'o1',
        pricingTiers: [
          { conditions: [], prices: { input: 1.5e-5, output: 6e-5 } },
          {
            conditions: [
              { key: 'service_tier', values: ['flex'] },
              { operator: 'gt', value: 5 },
            ],
            prices: tiers,
          },
        ],
      },
    ],
  ],
  [
    'fromLlmPrices',
    fromLlmPrices,
    {
      prices: [
        {
          vendor: 'openai',
          id: 'o1',
          input: 15,
          output: 60,
          input_cached: 7.5,
          from_date: '2024-12-05',
          to_date: null,
        },
      ],
    },
  ],
];

type Node = Record<string | number, unknown>;

/** Every place in a value, as the path to it. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [path, ...keys.flatMap((key) => places((value as Node)[key], [...path, key]))];
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  if (path.length === 0) return by;
  const copy = structuredClone(value);
  const inside = path.slice(0, -1).reduce<unknown>((each, key) => (each as Node)[key], copy) as Node;
  inside[path.at(-1)!] = by;
  return copy;
}

/** Values that somebody may have put where another belongs. */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    '2026-02-30',
    '-1',
    1e300,
    -0,
    1e-300,
    '__proto__',
    '9'.repeat(300),
    [[[]]],
    'us.o1:batch',
    '\u0000',
    { toString: '' },
  ),
);

describe.each(FEEDS)('%s', (_, from, feed) => {
  const run = (given: unknown): void => {
    try {
      const { candidates, findings } = from(given, { source });
      // Whatever came in, what goes out keeps every rule.
      if (candidates.length > 0) withPrices(candidates, bundledPrices);
      for (const { path, message } of findings)
        expect([typeof path, typeof message]).toEqual(['string', 'string']);
    } catch (error) {
      expect(error).toMatchObject({ name: 'PromptCostError', code: 'invalid-prices' });
    }
  };

  it('reads the feed it is made for', () => {
    const { candidates } = from(feed, { source });
    expect(candidates.flatMap(({ offers }) => offers.map(({ model }) => model))).toEqual(['o1']);
  });

  it('makes candidates or a typed error of anything', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), run), { numRuns: 200 });
  });

  it('makes candidates that keep every rule of a feed with one strange value anywhere', () => {
    const anywhere = fc.constantFrom(...places(feed));
    fc.assert(
      fc.property(anywhere, strange, (path, value) => {
        const given = replaced(feed, path, value);
        const { candidates } = importedOrNothing(from, given);
        if (candidates.length > 0) expect(() => withPrices(candidates, bundledPrices)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });
});

function importedOrNothing(from: typeof fromLiteLLM, given: unknown): ImportResult {
  try {
    return from(given, { source });
  } catch (error) {
    expect(error).toMatchObject({ name: 'PromptCostError', code: 'invalid-prices' });
    return { candidates: [], findings: [] };
  }
}
