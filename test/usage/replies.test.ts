import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { METERS, type Quantities } from '../../src/meters/index.js';
import { type Usage, usageOf } from '../../src/usage/index.js';
import { sharedData } from '../shared-data.js';

interface Case {
  readonly name: string;
  readonly reply: object;
  readonly expected: object;
}

const FIXTURES = 'fixtures/usages';
const cases = readdirSync(FIXTURES).flatMap(
  (file) => JSON.parse(readFileSync(`${FIXTURES}/${file}`, 'utf8')) as Case[],
);

describe('a reply', () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s is read', (_, { reply, expected }) => {
    const { others, warnings, ...usage } = usageOf(reply);
    expect({
      ...usage,
      ...(others.length > 0 ? { others } : {}),
      ...(warnings.length > 0 ? { warnings: warnings.map(({ code }) => code) } : {}),
    }).toEqual(expected);
  });
});

const folder = sharedData('usages');

interface Recorded {
  readonly response?: Record<string, unknown>;
  readonly usage?: Record<string, unknown>;
  readonly providerUsage?: Record<string, unknown>;
}

/** The files whose reply contradicts itself or says less than is billed, and of what that is a warning. */
const WARNED: Readonly<Record<string, readonly string[]>> = {
  'anthropic-01.json': ['usage-other-model'], // an advisor of another model
  'moonshot-02-kimi-k3-negative.json': ['usage-total-mismatch', 'usage-reasoning-exceeds-output'],
};
const LOST_BY_5 = { 'aisdk-v5-openai-chat.json': 4_012, 'aisdk-v5-openai-responses.json': 27 } as const;

describe.skipIf(folder === undefined)(
  'every recorded reply (skipped where ../shared/data/usages is absent)',
  () => {
    const files =
      folder === undefined
        ? []
        : readdirSync(folder).filter((file) => /\d\.json|-\d.*\.json|aisdk/.test(file));
    const recorded = (file: string): Recorded =>
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Recorded;

    test('there are about a hundred', () => {
      expect(files.length).toBeGreaterThan(95);
    });

    test.each(files.filter((file) => !file.startsWith('aisdk')))('%s adds up to its own total', (file) => {
      const { response = {} } = recorded(file);
      const usage = usageOf(response);
      expect(usage.warnings.map(({ code }) => code)).toEqual(WARNED[file] ?? []);
      const total = totalOf(response);
      if (total !== undefined && !WARNED[file]?.includes('usage-total-mismatch')) {
        expect(tokensOf(usage.quantities)).toBe(total);
      }
    });

    test.each(files.filter((file) => /^aisdk-v[67]/.test(file)))(
      '%s loses nothing of the provider’s',
      (file) => {
        const { usage, providerUsage } = recorded(file);
        expect(usageOf({ usage }).quantities).toEqual(usageOf({ usage: providerUsage }).quantities);
      },
    );

    test.each(files.filter((file) => file.startsWith('aisdk-v5')))(
      '%s warns, and loses only cache writes',
      (file) => {
        const { usage, providerUsage } = recorded(file);
        const [five, own] = [usageOf({ usage }), usageOf({ usage: providerUsage })];
        expect(five.warnings.map(({ code }) => code)).toEqual(['usage-lossy']);
        const { cacheWrite = 0, cacheWrite5m, ...rest } = own.quantities;
        const lost = LOST_BY_5[file as keyof typeof LOST_BY_5] ?? 0;
        expect(cacheWrite).toBe(lost);
        expect(five.quantities).toEqual({ ...rest, input: (rest.input ?? 0) + lost });
        if (cacheWrite5m !== undefined) expect(file).toBe('aisdk-v5-anthropic.json');
      },
    );
  },
);

function tokensOf(quantities: Quantities): number {
  const counted = METERS.filter((meter) => meter !== 'webSearch' && meter !== 'xSearch');
  return counted.reduce((sum, meter) => sum + (quantities[meter] ?? 0), 0);
}

/** The total that a reply states, or the sum of Anthropic's parts, compactions included. */
function totalOf(response: Record<string, unknown>): number | undefined {
  const usage = (response['usage'] ?? response['usageMetadata'] ?? {}) as Record<string, number> & {
    readonly iterations?: readonly (Record<string, number> & { readonly type: unknown })[];
  };
  const stated = usage['total_tokens'] ?? usage['totalTokenCount'] ?? usage['totalTokens'];
  if (stated !== undefined || usage['input_tokens'] === undefined) return stated;
  const names = ['input_tokens', 'output_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens'];
  const compactions = (usage.iterations ?? []).filter(({ type }) => type === 'compaction');
  return [usage, ...compactions].reduce(
    (sum, part) => sum + names.reduce((all, name) => all + (part[name] ?? 0), 0),
    0,
  );
}

test('the conditions of a reply are those that a price may depend on', () => {
  const conditions = (reply: unknown): Usage['conditions'] => usageOf(reply).conditions;
  const usage = { prompt_tokens: 1, completion_tokens: 1 };
  expect(conditions({ service_tier: 'default', usage })).toEqual({ serviceTier: 'standard' });
  expect(conditions({ service_tier: 'flex', usage })).toEqual({ serviceTier: 'flex' });
  expect(conditions({ service_tier: 'auto', usage })).toEqual({});
  const claude = {
    input_tokens: 1,
    output_tokens: 1,
    inference_geo: 'us',
    speed: 'fast',
    service_tier: 'batch',
  };
  expect(conditions(claude)).toEqual({ serviceTier: 'batch', speed: 'fast', region: 'us' });
  const sdk = { inputTokens: 1, outputTokens: 1, inputTokenDetails: {} };
  const result = { usage: sdk, providerMetadata: { openai: { serviceTier: 'default' } } };
  expect(conditions(result)).toEqual({ serviceTier: 'standard' });
  const nova = { usage: { inputTokens: 1, outputTokens: 1 }, serviceTier: { type: 'priority' } };
  expect(conditions(nova)).toEqual({ serviceTier: 'priority' });
  const vertex = { promptTokenCount: 1, trafficType: 'PROVISIONED_THROUGHPUT' };
  expect(conditions(vertex)).toEqual({});
  expect(usageOf(vertex).warnings).toMatchInlineSnapshot(`
    [
      {
        "code": "usage-condition-unknown",
        "message": "The reply says service tier "PROVISIONED_THROUGHPUT", capacity bought beforehand; it does not change this price.",
      },
    ]
  `);
});

test('a shape can be named, and decides where there is no total', () => {
  const usage = {
    prompt_tokens: 10,
    completion_tokens: 5,
    completion_tokens_details: { reasoning_tokens: 3 },
  };
  expect(usageOf(usage)).toMatchObject({ shape: 'openai-chat', quantities: { output: 5 } });
  expect(usageOf(usage, { shape: 'xai-chat' })).toMatchObject({
    shape: 'xai-chat',
    quantities: { output: 8 },
  });
  expect(() => usageOf(usage, { shape: '__proto__' as never })).toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: "__proto__" is no shape of usage. Known: openai-chat, openai-responses, openai-images, openai-audio, deepseek, mistral, perplexity, xai-chat, xai-responses, openrouter, anthropic, gemini, bedrock, cohere, ollama, ai-sdk-4, ai-sdk-5, ai-sdk-6, meters.]`,
  );
});

test('the calls of tools are counted where the reply shows them', () => {
  const reply = {
    output: [
      { type: 'web_search_call', action: { type: 'search', query: 'x' } },
      { type: 'web_search_call', action: { type: 'open_page' } },
      { type: 'file_search_call' },
      { type: 'code_interpreter_call' },
      { type: 'message' },
    ],
    usage: { input_tokens: 10, output_tokens: 2, total_tokens: 12 },
  };
  const { quantities, warnings } = usageOf(reply);
  expect(quantities).toEqual({ input: 10, output: 2, webSearch: 1, fileSearch: 1 });
  expect(warnings).toMatchInlineSnapshot(`
    [
      {
        "code": "usage-unmetered",
        "message": "1 code interpreter use may be billed apart; the reply does not say by what.",
      },
    ]
  `);
});

test('an input that the total has apart from the cache is taken whole', () => {
  const usage = { prompt_tokens: 6, completion_tokens: 4, total_tokens: 30, cache_read_input_tokens: 20 };
  expect(usageOf(usage).quantities).toEqual({ input: 6, output: 4, cacheRead: 20 });
});

test('a total of several steps is billed as the sum, although raw has the last step only', () => {
  const step = { prompt_tokens: 50, completion_tokens: 5, total_tokens: 55 };
  const totalUsage = {
    inputTokens: 150,
    inputTokenDetails: { noCacheTokens: 110, cacheReadTokens: 40, cacheWriteTokens: 0 },
    outputTokens: 15,
    totalTokens: 165,
    raw: step,
  };
  expect(usageOf({ totalUsage, usage: step })).toMatchObject({
    shape: 'ai-sdk-6',
    quantities: { input: 110, output: 15, cacheRead: 40 },
  });
});

test('AI SDK 5 loses nothing where its result has Anthropic’s own usage beside', () => {
  const own = {
    input_tokens: 6,
    output_tokens: 489,
    cache_read_input_tokens: 20_443,
    cache_creation_input_tokens: 574,
    cache_creation: { ephemeral_5m_input_tokens: 574, ephemeral_1h_input_tokens: 0 },
    inference_geo: 'us',
  };
  const usage = { inputTokens: 6, outputTokens: 489, totalTokens: 495, cachedInputTokens: 20_443 };
  const result = { usage, providerMetadata: { anthropic: { usage: own } } };
  expect(usageOf(result)).toMatchObject({
    shape: 'ai-sdk-5',
    quantities: { input: 6, output: 489, cacheRead: 20_443, cacheWrite5m: 574 },
    conditions: { region: 'us' },
    warnings: [],
  });
  // Of several steps it has the last one only.
  const totalUsage = { ...usage, inputTokens: 12, totalTokens: 501 };
  expect(usageOf({ ...result, totalUsage })).toMatchObject({
    quantities: { input: 12 },
    warnings: [{ code: 'usage-lossy' }],
  });
});

test('a model decides what AI SDK 5 leaves open', () => {
  const usage = { inputTokens: 30, outputTokens: 5, totalTokens: 35, cachedInputTokens: 20 };
  expect(usageOf(usage, { model: 'gpt-5' }).quantities).toEqual({ input: 10, output: 5, cacheRead: 20 });
  expect(usageOf(usage, { model: 'claude-sonnet-4-5' }).quantities).toEqual({
    input: 30,
    output: 5,
    cacheRead: 20,
  });
});

const PLACES = {
  'an event of a stream': { response: { model: 'o1', usage: { input_tokens: 3, output_tokens: 1 } } },
  'a line of a batch': { response: { body: { usage: { prompt_tokens: 3, completion_tokens: 1 } } } },
  'an event of Bedrock': { metadata: { usage: { inputTokens: 3, outputTokens: 1 } } },
  'a reply of Ollama': { prompt_eval_count: 3, eval_count: 1, created_at: '2026-02-11T01:40:41Z' },
  'a usage of AI SDK 4': { promptTokens: 3, completionTokens: 1, totalTokens: 4 },
} as const;

test.each(Object.entries(PLACES))('usage is found in %s', (_, reply) => {
  expect(usageOf(reply).quantities).toEqual({ input: 3, output: 1 });
});

test.each([
  [{ usage: null }],
  [{ usage: Promise.resolve({}) }],
  [{ promptTokens: Number.NaN, completionTokens: Number.NaN }],
  [{ billed_units: { input_tokens: 0.5 } }],
])('what is no usage is refused, with the way out: %j', (reply) => {
  expect(() => usageOf(reply)).toThrowErrorMatchingSnapshot();
});

describe('AI SDK 5 on a cache that exceeds the input', () => {
  const usage = { inputTokens: 10, outputTokens: 5, totalTokens: 15, cachedInputTokens: 20 };

  test('takes it to be apart, and says so where the vendor counts it within', () => {
    const { quantities, warnings } = usageOf(usage, { model: 'gpt-4o' });
    expect(quantities).toEqual({ input: 10, output: 5, cacheRead: 20 });
    expect(warnings.map(({ message }) => message)).toContain(
      'cachedInputTokens (20) exceed inputTokens (10), so they are taken to be apart; both are billed.',
    );
  });

  test('has nothing to say where the vendor counts it apart', () => {
    const { warnings } = usageOf(usage, { model: 'claude-sonnet-4-5' });
    expect(warnings.map(({ code }) => code)).toEqual(['usage-lossy']);
  });
});

describe('capacity bought beforehand', () => {
  test.each([
    [
      { input_tokens: 1, output_tokens: 1, service_tier: 'priority', speed: 'standard' },
      { speed: 'standard' },
    ],
    [{ service_tier: 'scale', usage: { prompt_tokens: 1, completion_tokens: 1 } }, {}],
  ])('is a warning and no condition: %j', (reply, conditions) => {
    const usage = usageOf(reply);
    expect(usage.conditions).toEqual(conditions);
    expect(usage.warnings).toMatchObject([
      { code: 'usage-condition-unknown', message: expect.stringContaining('bought beforehand') },
    ]);
  });
});

describe('iterations of a kind not known here', () => {
  const message = { type: 'message', input_tokens: 10, output_tokens: 1 };
  const strange = { type: 'critique', input_tokens: 50, output_tokens: 7, cache_read_input_tokens: 5 };

  test('are counted in a warning', () => {
    const usage = { input_tokens: 10, output_tokens: 1, iterations: [message, strange, strange] };
    const { quantities, warnings } = usageOf(usage);
    expect(quantities).toEqual({ input: 10, output: 1 });
    expect(warnings).toMatchInlineSnapshot(`
      [
        {
          "code": "usage-unmetered",
          "message": "2 iterations of a kind not known here ("critique") used 100 tokens in, 10 of the cache and 14 out, which are not in these quantities.",
        },
      ]
    `);
  });

  test('are nothing to tell of where the totals hold them', () => {
    const usage = { input_tokens: 60, output_tokens: 8, iterations: [message, strange] };
    expect(usageOf(usage)).toMatchObject({ quantities: { input: 60, output: 8 }, warnings: [] });
  });
});

describe('searches of Gemini', () => {
  const reply = (webSearchQueries: readonly string[]): object => ({
    candidates: [{ groundingMetadata: { webSearchQueries } }],
    usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 1 },
  });
  const queries = ['', 'euro 2024 winner', 'euro 2024 final', 'euro 2024 final'];

  test('are each query once, but the empty', () => {
    expect(usageOf(reply(queries), { model: 'gemini-3.8-flash' }).quantities).toMatchObject({ webSearch: 2 });
    expect(usageOf(reply(['']), { model: 'gemini-3.8-flash' }).quantities).not.toHaveProperty('webSearch');
  });

  test('are one a prompt where the model’s generation has it so', () => {
    expect(usageOf(reply(queries), { model: 'gemini-2.5-flash' }).quantities).toMatchObject({ webSearch: 1 });
  });

  test('are a warning where no known model is named', () => {
    const { quantities, warnings } = usageOf(reply(queries));
    expect(quantities).toEqual({ input: 10, output: 1 });
    expect(warnings.map(({ code }) => code)).toEqual(['usage-unmetered']);
  });

  test('are found in a result of the AI SDK', () => {
    const raw = { promptTokenCount: 10, candidatesTokenCount: 1 };
    const usage = { inputTokens: 10, outputTokens: 1, inputTokenDetails: {}, raw };
    const providerMetadata = { google: { groundingMetadata: { webSearchQueries: queries } } };
    const result = { usage, providerMetadata, response: { modelId: 'gemini-3.8-flash' } };
    expect(usageOf(result).quantities).toEqual({ input: 10, output: 1, webSearch: 2 });
  });
});
