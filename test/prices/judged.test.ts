import { describe, expect, it } from 'vitest';
import { type Bill, createBiller } from '../../src/bill/index.js';
import type { Quantities } from '../../src/meters/index.js';
import type { Conditions } from '../../src/models/index.js';

// A Monday, 10:00 in Beijing: DeepSeek's peak.
const AT = '2026-11-23T02:00Z';
const { priceOf, billOf } = createBiller({ now: () => new Date('2026-11-24T05:00:00Z') });

/**
 * List prices on 2026-11-23 as judged from three to fifteen listings each: seller, model, input, output, cached input (`-` where
 * none is listed), in USD a million tokens. Typed apart from `src/prices/data`, to be held against it.
 */
const JUDGED = `
  openai     gpt-6.1-sol                                          2      10      0.1
  openai     gpt-6.1-terra                                        1       5     0.05
  openai     gpt-6-astra                                         10      50        1
  openai     gpt-6-sol                                            2      10      0.2
  openai     gpt-6-luna                                         0.1     0.5     0.01
  openai     gpt-5.6-sol                                          4      20      0.4
  openai     gpt-5.6-terra                                        2      12      0.2
  openai     gpt-5.6-luna                                       0.2     1.2     0.02
  openai     gpt-5.5                                              5      30      0.5
  openai     gpt-5.5-pro                                         30     180        -
  openai     gpt-5.4                                            2.5      15     0.25
  openai     gpt-5.4-mini                                      0.75     4.5    0.075
  openai     gpt-5.4-nano                                       0.2    1.25     0.02
  openai     gpt-5.2                                           1.75      14    0.175
  openai     gpt-5                                             1.25      10    0.125
  openai     gpt-5-mini                                        0.25       2    0.025
  openai     gpt-5-nano                                        0.05     0.4    0.005
  openai     gpt-4.1                                              2       8      0.5
  openai     gpt-4.1-mini                                       0.4     1.6      0.1
  openai     gpt-4.1-nano                                       0.1     0.4    0.025
  openai     gpt-4o                                             2.5      10     1.25
  openai     gpt-4o-mini                                       0.15     0.6    0.075
  openai     o1                                                  15      60      7.5
  openai     o1-pro                                             150     600        -
  openai     o3                                                   2       8      0.5
  openai     o3-pro                                              20      80        -
  openai     o3-mini                                            1.1     4.4     0.55
  openai     o4-mini                                            1.1     4.4    0.275
  openai     gpt-4-turbo                                         10      30        -
  openai     gpt-3.5-turbo                                      0.5     1.5        -
  anthropic  claude-fable-5-2                                     8      40      0.2
  anthropic  claude-fable-5-1                                    10      50     0.25
  anthropic  claude-fable-5                                      10      50        1
  anthropic  claude-opus-5-5                                      4      20      0.2
  anthropic  claude-opus-5                                        5      25      0.5
  anthropic  claude-opus-4-8                                      5      25      0.5
  bedrock    claude-opus-4-1                                     15      75      1.5
  anthropic  claude-sonnet-5-5                                    2      10      0.1
  anthropic  claude-sonnet-5                                      2      10      0.2
  anthropic  claude-sonnet-4-6                                    3      15      0.3
  anthropic  claude-sonnet-4-5                                    3      15      0.3
  anthropic  claude-haiku-5-5                                   0.1     0.5     0.01
  anthropic  claude-haiku-4-5                                     1       5      0.1
  bedrock    claude-3-5-haiku                                   0.8       4     0.08
  google     gemini-4-argon                                       2      10      0.1
  google     gemini-3.8-flash                                  0.75    3.75    0.075
  google     gemini-3.7-flash                                  0.75    3.75    0.075
  google     gemini-3.6-flash                                  0.75    3.75    0.075
  google     gemini-3.5-flash                                   1.5       9     0.15
  google     gemini-3.5-flash-lite                              0.3     2.5     0.03
  google     gemini-3.1-pro-preview                               2      12      0.2
  google     gemini-3.1-flash-lite                             0.25     1.5    0.025
  google     gemini-3-flash-preview                             0.5       3     0.05
  google     gemini-2.5-pro                                    1.25      10    0.125
  google     gemini-2.5-flash                                   0.3     2.5     0.03
  google     gemini-2.5-flash-lite                              0.1     0.4     0.01
  deepseek   deepseek-flash                                     0.3     1.2    0.006
  deepseek   deepseek-v4-pro                                   1.32    3.96    0.044
  deepseek   deepseek-v4-flash                                  0.3     1.2    0.006
  xai        grok-4.7                                             2       6      0.5
  xai        grok-4.6                                             2       6      0.5
  xai        grok-4.5                                             2       6      0.3
  xai        grok-4.3                                          1.25     2.5      0.2
  mistral    mistral-large-4                                    0.7     2.1     0.07
  mistral    mistral-large-2512                                 0.5     1.5     0.05
  mistral    mistral-medium-3.5                                 1.5     7.5     0.15
  mistral    mistral-small-2603                                0.15     0.6    0.015
  mistral    codestral-2508                                     0.3     0.9     0.03
  mistral    ministral-8b-2512                                 0.15    0.15    0.015
  cohere     command-a-03-2025                                  2.5      10        -
  cohere     command-r-plus-08-2024                             2.5      10        -
  cohere     command-r7b-12-2024                             0.0375    0.15        -
  moonshot   kimi-k3.1-pro                                        2      10      0.2
  moonshot   kimi-k3                                              3      15      0.3
  moonshot   kimi-k2.6                                         0.95       4     0.16
  zai        glm-5.3                                            1.4     4.4     0.26
  zai        glm-5.3-flash                                     0.15     0.5     0.03
  zai        glm-5.2                                            1.4     4.4     0.26
  zai        glm-4.7                                            0.6     2.2     0.11
  minimax    minimax-m3                                         0.3     1.2     0.06
  minimax    minimax-m3.1-flash                                0.15     0.6    0.015
  minimax    minimax-m2.7                                       0.3     1.2     0.06
  alibaba    qwen3.8-max                                          2       6     0.25
  alibaba    qwen3.7-plus                                       0.4     1.6     0.08
  alibaba    qwen3-max                                          1.2       6        -
  alibaba    qwen-plus                                          0.4     1.2        -
  alibaba    qwen-flash                                        0.05     0.4        -
  bedrock    nova-2-lite                                       0.33    2.75   0.0825
  bedrock    nova-pro                                           0.8     3.2      0.2
  bedrock    nova-lite                                         0.06    0.24    0.015
  bedrock    nova-micro                                       0.035    0.14  0.00875
  bedrock    nova-premier                                       2.5    12.5    0.625
  groq       llama-3.3-70b-versatile                           0.59    0.79        -
  groq       llama-3.1-8b-instant                              0.05    0.08        -
  groq       openai/gpt-oss-120b                               0.15     0.6    0.075
  together   meta-llama/llama-3.3-70b-instruct-turbo           1.04    1.04        -
  fireworks  llama-v3p3-70b-instruct                            0.9     0.9        -
  bedrock    meta.llama3-3-70b-instruct-v1:0                   0.72    0.72        -
  cerebras   gpt-oss-120b                                      0.35    0.75     0.35
  deepinfra  meta-llama/llama-3.3-70b-instruct-turbo            0.1    0.32        -
  meta       muse-spark-1.3                                    1.25    4.25     0.15
  meta       muse-spark-1.2                                    1.25    4.25     0.15
`;

const rows = JUDGED.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/) as [string, string, string, string, string]);

function ratesOf(model: string, when: Conditions = {}): Readonly<Record<string, string>> | string {
  const price = priceOf(model, when);
  return price.priced ? price.rates : price.reason;
}

function total(model: string, quantities: Quantities, when: Conditions = {}): string {
  const bill: Bill = billOf(quantities, { model, at: AT, ...when });
  return bill.priced ? bill.total : bill.price.reason;
}

function ratesOfLong(model: string, input: number, when: Conditions): string | undefined {
  const bill = billOf({ input, output: 1 }, { model, at: AT, ...when });
  return bill.priced ? bill.lines.find(({ meter }) => meter === 'output')?.rate : undefined;
}

describe('judged list prices', () => {
  it('are at least a hundred', () => {
    expect(rows.length).toBeGreaterThanOrEqual(100);
    expect(new Set(rows.map(([provider, model]) => `${provider} ${model}`)).size).toBe(rows.length);
  });

  it.each(rows)('%s sells %s at %s in, %s out, %s cached', (provider, model, input, output, cacheRead) => {
    const price = priceOf(model, { provider, at: AT });
    if (!price.priced) throw new Error(price.message);
    expect(price.provider).toBe(provider);
    expect(price.currency).toBe('USD');
    expect([price.rates.input, price.rates.output]).toEqual([input, output]);
    expect(price.rates.cacheRead ?? '-').toBe(cacheRead);
  });
});

describe('prices that depend on the size of the prompt', () => {
  it('Haiku 5.5 costs five times as much from token 100,001 on, for the whole request', () => {
    // 100,000 × 0.10 / 1M, and 100,001 × 0.50 / 1M
    expect(total('claude-haiku-5-5', { input: 100_000 })).toBe('0.01');
    expect(total('claude-haiku-5-5', { input: 100_001 })).toBe('0.0500005');
    // Cached tokens are part of the prompt: 60,000 × 0.50 + 40,001 × 0.05 + 1,000 × 2.50
    expect(total('claude-haiku-5-5', { input: 60_000, cacheRead: 40_001, output: 1000 })).toBe('0.03450005');
    // 40,001 written to the cache for an hour at 5 × 0.20
    expect(total('claude-haiku-5-5', { input: 60_000, cacheWrite1h: 40_001 })).toBe('0.070001');
  });

  it('gpt-5.6 is short below 272,000 tokens, gpt-6 at 272,000 too', () => {
    const flexInEurope: Conditions = { serviceTier: 'flex', region: 'eu' };
    // 4 × 1/2 × 11/10 = 2.20, doubled from 272,000 on
    expect(total('gpt-5.6-sol', { input: 271_999 }, flexInEurope)).toBe('0.5983978');
    expect(total('gpt-5.6-sol', { input: 272_000 }, flexInEurope)).toBe('1.1968');
    // and out: 20 × 3/2 × 1/2 × 11/10 = 16.50
    expect(ratesOfLong('gpt-5.6-sol', 272_000, flexInEurope)).toBe('16.5');
    expect(total('gpt-6.1-sol', { input: 272_000 })).toBe('0.544');
    expect(total('gpt-6.1-sol', { input: 272_001 })).toBe('1.088004');
  });

  it.each([
    ['grok-4.5', 199_999, '0.399998', 200_000, '0.8'],
    ['gemini-2.5-pro', 200_000, '0.25', 200_001, '0.5000025'],
    ['minimax-m3', 512_000, '0.1536', 512_001, '0.3072006'],
    ['claude-opus-5', 200_000, '1', 200_001, '1.000005'],
  ])('%s of %i tokens is %s, of %i is %s', (model, short, less, long, more) => {
    expect(total(model, { input: short })).toBe(less);
    expect(total(model, { input: long })).toBe(more);
  });

  it('Opus 4.6 charged double over 200,000 tokens until 2026-03-13', () => {
    expect(total('claude-opus-4-6', { input: 200_001 }, { at: '2026-03-12T23:59:59Z' })).toBe('2.00001');
    expect(total('claude-opus-4-6', { input: 200_001 }, { at: '2026-03-13T00:00:00Z' })).toBe('1.000005');
  });
});

describe('prices that depend on the day', () => {
  it.each([
    ['o3', '2025-06-09T12:00Z', { input: '10', cacheRead: '2.5', output: '40' }],
    ['o3', '2025-06-11T12:00Z', { input: '2', cacheRead: '0.5', output: '8' }],
    ['gemini-3.8-flash', '2026-12-31T23:59:59Z', { input: '0.75', cacheRead: '0.075', output: '3.75' }],
    ['gemini-3.8-flash', '2027-01-01T00:00:00Z', { input: '1.5', cacheRead: '0.15', output: '7.5' }],
    ['gemini-3.6-flash', '2026-08-01T00:00:00Z', { input: '1.5', cacheRead: '0.15', output: '7.5' }],
    ['gemini-2.5-pro', '2025-10-01T00:00:00Z', { input: '1.25', cacheRead: '0.3125', output: '10' }],
    ['glm-5.3-flash', '2026-09-09T15:59:59Z', { input: '0.075', cacheRead: '0.015', output: '0.25' }],
    ['glm-5.3-flash', '2026-09-09T16:00:00Z', { input: '0.15', cacheRead: '0.03', output: '0.5' }],
    ['claude-sonnet-5-5', '2026-10-06T12:00Z', { input: '2', cacheRead: '0.2', output: '10' }],
    ['claude-sonnet-5-5', '2026-10-08T12:00Z', { input: '2', cacheRead: '0.1', output: '10' }],
    ['claude-sonnet-5', '2026-09-02T12:00Z', { input: '2', cacheRead: '0.2', output: '10' }],
    ['gpt-5.6-luna', '2026-07-29T12:00Z', { input: '1', cacheRead: '0.1', output: '6' }],
  ])('%s at %s', (model, at, rates) => {
    expect(ratesOf(model, { at })).toMatchObject(rates);
  });

  it('a price to come is announced, not in force', () => {
    expect(priceOf('gemini-3.7-flash', { at: '2026-12-31T12:00Z' })).toMatchObject({ status: 'in-force' });
    expect(priceOf('gemini-3.7-flash', { at: '2027-01-01T12:00Z' })).toMatchObject({ status: 'announced' });
  });

  it('what its maker has retired can still be sold by a host', () => {
    expect(ratesOf('claude-opus-4-1', { at: AT })).toBe('retired');
    expect(ratesOf('claude-opus-4-1', { at: AT, provider: 'vertex' })).toMatchObject({ input: '15' });
    expect(ratesOf('claude-opus-4-1', { at: '2026-08-01T12:00Z' })).toMatchObject({ input: '15' });
    expect(ratesOf('deepseek-chat', { at: AT })).toBe('retired');
    expect(ratesOf('llama-3.3-70b', { at: AT, provider: 'cerebras' })).toBe('retired');
    const before = { at: '2026-07-16T12:00Z', provider: 'cerebras' };
    expect(ratesOf('llama-3.3-70b', before)).toEqual({ input: '0.85', output: '1.2' });
  });
});

describe('prices that depend on how the call is made', () => {
  it.each<[string, Conditions, Readonly<Record<string, string>>]>([
    // 5 × 1/2 × 11/10
    ['claude-opus-5', { serviceTier: 'batch', region: 'us' }, { input: '2.75', output: '13.75' }],
    ['claude-opus-5', { speed: 'fast' }, { input: '10', cacheRead: '1', output: '50' }],
    ['claude-opus-4-6', { speed: 'fast' }, { input: '5', output: '25' }],
    ['claude-sonnet-4-5', { serviceTier: 'batch' }, { cacheRead: '0.15', cacheWrite1h: '3' }],
    ['gemini-3.5-flash', { serviceTier: 'flex' }, { input: '0.75', cacheRead: '0.08', output: '4.5' }],
    ['gemini-3.1-pro', { serviceTier: 'priority' }, { input: '3.6', cacheRead: '0.36', output: '21.6' }],
    ['grok-4.7', { serviceTier: 'batch' }, { input: '1.6', output: '4.8' }],
    ['mistral-large-4', { serviceTier: 'batch' }, { input: '0.35', output: '1.05' }],
    ['nova-2-lite', { region: 'global' }, { input: '0.3', output: '2.5' }],
    ['nova-2-lite', { region: 'eu' }, { input: '0.374', output: '3.157' }],
    ['muse-spark-1.3', { variant: 'contributor' }, { input: '0.1', output: '0.2' }],
    ['kimi-k2.7-code-highspeed', {}, { input: '1.9', output: '8' }],
  ])('%s under %j', (model, when, rates) => {
    expect(ratesOf(model, { at: AT, ...when })).toMatchObject(rates);
  });

  it('a way that the seller does not price has no price', () => {
    expect(ratesOf('claude-opus-4-7', { at: AT, speed: 'fast' })).toBe('no-offer');
    expect(ratesOf('kimi-k2-thinking-turbo', { at: '2026-05-01' })).toMatchObject({ input: '1.15' });
    expect(ratesOf('mistral-large-4', { at: AT, serviceTier: 'flex' })).toBe('no-offer');
  });
});
