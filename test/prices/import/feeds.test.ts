import { describe, expect, it } from 'vitest';
import { createBiller } from '../../../src/bill/index.js';
import {
  fromGenaiPrices,
  fromLiteLLM,
  fromModelsDev,
  fromOpenRouter,
} from '../../../src/prices/import/index.js';
import { type SellerFile, withPrices } from '../../../src/prices/schema.js';

const source = { ref: 'somebody/prices@1', date: '2026-08-21' };
const only = (candidates: readonly SellerFile[]): SellerFile => {
  expect(candidates).toHaveLength(1);
  return candidates[0]!;
};

describe('fromLiteLLM', () => {
  const feed = {
    sample_spec: { litellm_provider: 'one of https://docs.litellm.ai/docs/providers', mode: 'one of: chat' },
    'gpt-5.6-sol': {
      litellm_provider: 'openai',
      mode: 'chat',
      input_cost_per_token: 4e-6,
      output_cost_per_token: 2e-5,
      cache_read_input_token_cost: 4e-7,
      input_cost_per_token_above_272k_tokens: 8e-6,
      output_cost_per_token_above_272k_tokens: 3e-5,
      input_cost_per_token_flex: 2e-6,
      output_cost_per_token_flex: 1e-5,
      input_cost_per_token_above_272k_tokens_flex: 4e-6,
      output_cost_per_token_above_272k_tokens_flex: 1.5e-5,
      regional_processing_uplift_multiplier_eu: 1.1,
      search_context_cost_per_query: { search_context_size_low: 0.01 },
    },
    'bedrock/us.anthropic.claude-opus-5-5': {
      litellm_provider: 'bedrock_converse',
      mode: 'chat',
      input_cost_per_token: 4.4e-6,
      output_cost_per_token: 2.2e-5,
    },
    'bedrock/anthropic.claude-opus-5-5': {
      litellm_provider: 'bedrock_converse',
      mode: 'chat',
      input_cost_per_token: 4e-6,
      output_cost_per_token: 2e-5,
    },
  };
  const { candidates, findings } = fromLiteLLM(JSON.stringify(feed), { source });
  const prices = withPrices(candidates);
  const { priceOf, billOf } = createBiller({ prices, now: () => new Date('2026-08-21T12:00Z') });

  it('makes an offer of a seller, with its conditions', () => {
    expect(candidates.map(({ seller }) => seller)).toEqual(['openai', 'bedrock']);
    expect(priceOf('gpt-5.6-sol')).toMatchObject({
      status: 'reconstructed',
      from: null,
      checked: '2026-08-21',
      sources: ['somebody/prices@1 (2026-08-21)'],
      rates: { input: '4', output: '20', cacheRead: '0.4' },
    });
    const flexInEurope = { serviceTier: 'flex', region: 'eu' } as const;
    const bill = billOf({ input: 300_000, output: 1_000 }, { model: 'gpt-5.6-sol', ...flexInEurope });
    // Over 272,000 tokens on flex: (300,000 × $4/M + 1,000 × $15/M) × 1.1
    expect(bill).toMatchObject({ total: '1.3365' });
  });

  it('keeps a region of a host as a condition of its offer', () => {
    const at = { provider: 'bedrock' } as const;
    expect(priceOf('claude-opus-5-5', at)).toMatchObject({ rates: { input: '4' } });
    expect(priceOf('claude-opus-5-5', { ...at, region: 'us' })).toMatchObject({ rates: { input: '4.4' } });
  });

  it('names what it has no meter for', () => {
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'unread-price',
        verdict: 'left-out',
        path: 'gpt-5.6-sol.search_context_cost_per_query',
      }),
    ]);
  });
});

describe('fromModelsDev', () => {
  const cost = {
    input: 2,
    output: 12,
    cache_read: 0.2,
    tiers: [{ tier: { size: 272_000 }, input: 4, output: 18 }],
  };
  const feed = {
    openai: {
      models: {
        'gpt-5.6-terra': { cost: { ...cost, context_over_200k: { input: 4, output: 18 } } },
        'gpt-5.6-luna': { cost: { input: 0.2, output: 1.2, context_over_200k: { input: 0.4, output: 1.8 } } },
      },
    },
    togetherai: {
      models: { 'meta-llama/Llama-3.3-70B-Instruct:batch': { cost: { input: 0.44, output: 0.44 } } },
    },
  };
  const { candidates, findings } = fromModelsDev(feed, { source });

  it('takes the threshold from the tiers, never from the name of a field', () => {
    const [openai] = candidates;
    expect(openai!.rules).toEqual({
      'gpt-5.6-terra: over 272000 tokens': {
        kind: 'replace',
        when: { promptTokens: { gt: 272_000 } },
        rates: { input: '4', output: '18' },
      },
    });
    expect(findings.filter(({ code }) => code === 'unread-price').map(({ path }) => path)).toEqual([
      'openai.models.gpt-5.6-luna.cost.context_over_200k',
    ]);
  });

  it('leaves out a variant whose plain price is not listed', () => {
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'condition-without-base',
        provider: 'together',
        model: 'llama-3.3-70b',
      }),
    );
  });
});

describe('fromOpenRouter', () => {
  it('reads prices that are texts, and tiers from the first token at their price', () => {
    const feed = {
      data: [
        {
          id: 'openai/gpt-5.6-luna',
          pricing: {
            prompt: '0.0000002',
            completion: '0.0000012000000000000001',
            input_cache_read: '0.00000002',
            web_search: '0.01',
            image: '0',
            overrides: [{ min_prompt_tokens: 272_000, prompt: '0.0000004', completion: '0.0000018' }],
          },
        },
        { id: 'openrouter/auto', pricing: { prompt: '-1', completion: '-1' } },
      ],
    };
    const { candidates, findings } = fromOpenRouter(feed, { source });
    const { offers, rules, seller } = only(candidates);
    expect(seller).toBe('openrouter');
    expect(offers[0]!.periods[0]!.rates).toEqual({
      input: '0.2',
      output: '1.2',
      cacheRead: '0.02',
      webSearch: '10',
    });
    expect(Object.values(rules!)).toEqual([
      { kind: 'replace', when: { promptTokens: { gte: 272_000 } }, rates: { input: '0.4', output: '1.8' } },
    ]);
    expect(findings.map(({ code }) => code)).toEqual([
      'long-decimal',
      'unknown-model',
      'sentinel',
      'sentinel',
    ]);
  });
});

describe('fromGenaiPrices', () => {
  it.each(['start_date', 'both'])('turns constraints into periods and hours (%s)', (kind) => {
    const type = kind === 'both' ? { type: 'start_date' } : {};
    const feed = [
      {
        id: 'anthropic',
        models: [
          {
            id: 'claude-opus-4-6',
            prices: [
              {
                prices: { input_mtok: { base: 5, tiers: [{ start: 200_000, price: 10 }] }, output_mtok: 25 },
              },
              {
                constraint: { start_date: '2026-03-13', ...type },
                prices: { input_mtok: 5, output_mtok: 25 },
              },
            ],
          },
        ],
      },
      {
        id: 'deepseek',
        models: [
          {
            id: 'deepseek-reasoner',
            prices: [
              { prices: { input_mtok: 0.135, output_mtok: 0.55 } },
              {
                constraint: { start_time: '00:30:00Z', end_time: '16:30:00Z' },
                prices: { input_mtok: 0.55, output_mtok: 2.19 },
              },
            ],
          },
        ],
      },
    ];
    const { candidates } = fromGenaiPrices(feed, { source: { ...source, date: '2025-06-01' } });
    const { priceOf } = createBiller({ prices: withPrices(candidates) });
    const opus = (at: string) => priceOf('claude-opus-4-6', { at });
    expect(opus('2026-03-12')).toMatchObject({ until: '2026-03-13' });
    expect(opus('2026-03-13')).toMatchObject({ from: '2026-03-13', rules: [] });
    const [, deepseek] = candidates;
    expect(Object.values(deepseek!.rules!)).toEqual([
      {
        kind: 'replace',
        when: { schedule: { tz: 'UTC', windows: [['00:30', '16:30']] } },
        rates: { input: '0.55', output: '2.19' },
      },
    ]);
  });
});
