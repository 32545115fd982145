import { describe, expect, it } from 'vitest';
import {
  type Finding,
  fromLiteLLM,
  fromModelsDev,
  fromOpenRouter,
} from '../../../src/prices/import/index.js';

/** One model in LiteLLM's form, at prices per token. */
function listed(
  key: string,
  provider: string,
  input: number,
  output: number,
  more: object = {},
  date = '2026-08-21',
): {
  readonly refused: readonly Finding[];
  readonly findings: readonly Finding[];
  readonly rates: object | undefined;
} {
  const entry = {
    litellm_provider: provider,
    mode: 'chat',
    input_cost_per_token: input,
    output_cost_per_token: output,
    ...more,
  };
  const { candidates, findings } = fromLiteLLM(
    { [key]: entry },
    { source: { ref: 'BerriAI/litellm@x', date } },
  );
  const refused = findings.filter(({ verdict }) => verdict === 'refused');
  return { refused, findings, rates: candidates[0]?.offers[0]?.periods[0]?.rates };
}

describe('the gate stops the errors that were published', () => {
  it.each<[string, Finding['code'], Parameters<typeof listed>]>([
    ['a price per 100,000', 'wrong-unit', ['wandb/deepseek-ai/DeepSeek-R1-0528', 'wandb', 0.135, 0.54]],
    ['a price per thousand', 'wrong-unit', ['azure_ai/jais-30b-chat', 'azure_ai', 0.0032, 0.00971]],
    [
      'a thousand times too much',
      'big-change',
      ['gemini-2.0-flash', 'gemini', 1.5e-4, 6e-4, {}, '2025-02-06'],
    ],
    ['an output below its input', 'output-below-input', ['gemini-2.5-pro', 'gemini', 1.25e-6, 1e-6]],
    [
      'input and output swapped',
      'swapped',
      ['command-r7b-12-2024', 'cohere_chat', 1.5e-7, 3.75e-8, {}, '2025-09-01'],
    ],
    ['an output that became 0', 'no-price', ['gemini-1.5-flash', 'gemini', 7.5e-8, 0, {}, '2025-02-06']],
    [
      'yuan under the name of dollars',
      'other-currency',
      ['deepseek/deepseek-v4-pro', 'deepseek', 9e-6, 2.7e-5],
    ],
    [
      "a sibling's price",
      'big-change',
      ['deepseek/deepseek-v4-pro', 'deepseek', 1.4e-7, 2.8e-7, {}, '2026-09-23'],
    ],
    ['a price long gone', 'big-change', ['o3', 'openai', 1e-5, 4e-5]],
  ])('%s', (_, code, row) => {
    const { refused, rates } = listed(...row);
    expect(refused.map((each) => each.code)).toContain(code);
    expect(rates).toBeUndefined();
  });

  it('names both numbers, the model, the seller and the place', () => {
    expect(listed('o3', 'openai', 1e-5, 4e-5).refused).toEqual([
      {
        code: 'big-change',
        verdict: 'refused',
        provider: 'openai',
        model: 'o3',
        path: 'o3',
        message:
          '10/40 is more than 3 times off 2/8, checked on 2026-11-10; it is the price until 2025-06-10.',
      },
    ]);
    expect(listed('wandb/deepseek-ai/DeepSeek-R1-0528', 'wandb', 0.135, 1e-6).refused[0]!.message).toBe(
      'input 135000 is above 1000, which nothing costs.',
    );
  });

  it('cached input as dear as input is left out, the rest is kept', () => {
    const { findings, rates } = listed('claude-3-5-haiku-20241022', 'anthropic', 8e-7, 4e-6, {
      cache_read_input_token_cost: 8e-7,
    });
    expect(rates).toEqual({ input: '0.8', output: '4' });
    expect(findings).toMatchObject([{ code: 'cache-not-below-input', verdict: 'left-out' }]);
  });

  it('0 is unknown, not free, unless the variant says so', () => {
    const { findings, rates } = listed('groq/llama-3.3-70b-versatile', 'groq', 0, 0);
    expect(rates).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['zero-unknown', 'zero-unknown', 'no-price']);
    const row = (id: string, price: string) => ({ id, pricing: { prompt: price, completion: price } });
    const feed = {
      data: [
        row('meta-llama/llama-3.3-70b-instruct', '0.000001'),
        row('meta-llama/llama-3.3-70b-instruct:free', '0'),
      ],
    };
    const { candidates } = fromOpenRouter(feed, { source: { ref: 'OpenRouter', date: '2026-08-01' } });
    expect(Object.values(candidates[0]!.rules!)).toEqual([
      { kind: 'replace', when: { variant: ['free'] }, rates: { input: '0', output: '0' } },
    ]);
  });

  it('a negative price of a router is no price', () => {
    const feed = { data: [{ id: 'openai/gpt-4o', pricing: { prompt: '-1', completion: '-1' } }] };
    const { candidates, findings } = fromOpenRouter(feed, {
      source: { ref: 'OpenRouter', date: '2026-08-01' },
    });
    expect(candidates).toEqual([]);
    expect(findings.map(({ code, message }) => [code, message])[0]).toEqual([
      'sentinel',
      '-1 stands for "it depends", not for a price.',
    ]);
  });

  it('one price for three models that differ was copied', () => {
    const cost = { input: 10, output: 30 };
    const models = { 'gpt-4o': { cost }, 'gpt-4.1': { cost }, 'gpt-5': { cost }, 'gpt-4-turbo': { cost } };
    const { candidates, findings } = fromModelsDev(
      { openai: { models } },
      { source: { ref: 'gpt-tokenizer@4.0.0', date: '2026-08-01' } },
    );
    expect(findings.map(({ code, model, message }) => [code, model, message])).toEqual([
      ['copied-price', 'gpt-4o', '10/30 is listed for 3 models with different prices; here it is 2.5/10.'],
      ['copied-price', 'gpt-4.1', '10/30 is listed for 3 models with different prices; here it is 2/8.'],
      ['copied-price', 'gpt-5', '10/30 is listed for 3 models with different prices; here it is 1.25/10.'],
    ]);
    // The one whose price it is.
    expect(candidates[0]!.offers.map(({ model }) => model)).toEqual(['gpt-4-turbo']);
  });

  it('two rows of one model with different prices: the one that bears its name is taken', () => {
    const entry = { litellm_provider: 'openai', mode: 'chat', output_cost_per_token: 1e-5 };
    const { candidates, findings } = fromLiteLLM(
      {
        'openai/gpt-4o-2024-08-06': { ...entry, input_cost_per_token: 3e-6 },
        'gpt-4o': { ...entry, input_cost_per_token: 2.5e-6 },
      },
      { source: { ref: 'BerriAI/litellm@x', date: '2026-08-21' } },
    );
    expect(candidates[0]!.offers).toHaveLength(1);
    expect(candidates[0]!.offers[0]!.periods[0]!.rates).toEqual({ input: '2.5', output: '10' });
    expect(findings).toMatchObject([
      { code: 'conflicting-rows', message: '3/10, but "gpt-4o" has 2.5/10, which is taken.' },
    ]);
  });
});

describe('the gate lets through', () => {
  it('what the table says, and what only it knows', () => {
    expect(listed('o1', 'openai', 1.5e-5, 6e-5, { cache_read_input_token_cost: 7.5e-6 })).toMatchObject({
      findings: [],
      rates: { input: '15', output: '60', cacheRead: '7.5' },
    });
    expect(listed('scaleway/llama-3.3-70b-instruct', 'scaleway', 9e-7, 9e-7)).toMatchObject({
      findings: [],
      rates: { input: '0.9', output: '0.9' },
    });
  });

  it('half the price, and twice', () => {
    expect(listed('o1', 'openai', 7.5e-6, 3e-5).findings).toEqual([]);
    expect(listed('o1', 'openai', 3e-5, 1.2e-4).findings).toEqual([]);
  });

  it("another seller's price of the same model, however far from the vendor's", () => {
    expect(listed('novita/deepseek/deepseek-v4-pro', 'novita', 9e-6, 2.7e-5).refused).toEqual([]);
  });
});
