import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import type { Quantities } from '../../src/meters/index.js';
import type { Conditions } from '../../src/models/index.js';

const { billOf, priceOf } = createBiller({ now: () => new Date('2026-11-25T00:00:00Z') });
const MILLION: Quantities = { input: 1_000_000, output: 1_000_000 };

function total(model: string, when: Conditions = {}, quantities: Quantities = MILLION): string {
  const bill = billOf(quantities, { model, ...when });
  return bill.priced ? bill.total : bill.price.reason;
}

describe('Bedrock', () => {
  it('asks a tenth more for a Claude that stays in one region', () => {
    // $2 + $10
    expect(total('global.anthropic.claude-sonnet-5-5')).toBe('12');
    expect(total('us.anthropic.claude-sonnet-5-5')).toBe('13.2');
    expect(total('eu.anthropic.claude-sonnet-5-5')).toBe('13.2');
    // A cache write of an hour, twice the input: 1M × $4 × 1.1
    expect(total('us.anthropic.claude-sonnet-5-5', {}, { cacheWrite1h: 1_000_000 })).toBe('4.4');
  });

  it('asks a fifth more in the US government’s regions, and one price for Claude 3.5 everywhere', () => {
    expect(total('us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0')).toBe('21.6');
    expect(total('us.anthropic.claude-3-5-haiku-20241022-v1:0')).toBe('4.8');
  });

  it('lists OpenAI’s models at the price of one region, of which global is ten elevenths', () => {
    expect(total('openai.gpt-6-sol', {}, { input: 200_000, output: 1_000_000 })).toBe('11.44');
    expect(total('global.openai.gpt-6-sol', {}, { input: 200_000, output: 1_000_000 })).toBe('10.4');
    // Over 272,000 tokens: 1M × $2 × 2 + 1M × $10 × 1.5
    expect(total('global.openai.gpt-6-sol')).toBe('19');
  });
});

describe('Azure and Vertex', () => {
  it('ask a tenth more in a data zone and a region', () => {
    expect(total('azure/gpt-5.1')).toBe('11.25');
    expect(total('azure/eu/gpt-5.1')).toBe('12.375');
    expect(total('claude-sonnet-4-6', { provider: 'azure', region: 'us' })).toBe('19.8');
    expect(total('claude-sonnet-4-6', { provider: 'vertex', region: 'eu' })).toBe('19.8');
    expect(total('claude-sonnet-4-6', { provider: 'vertex', region: 'global' })).toBe('18');
  });

  it('know the tiers of service and the long prompt', () => {
    // Twice $1.25 + $10
    expect(total('gpt-5.1', { provider: 'azure', serviceTier: 'priority' })).toBe('22.5');
    expect(total('gemini-3.5-flash', { provider: 'vertex', serviceTier: 'flex' })).toBe('5.25');
    // 200,001 × $2.50/M + 1M × $15/M
    const long = { input: 200_001, output: 1_000_000 };
    expect(total('gemini-2.5-pro', { provider: 'vertex' }, long)).toBe('15.5000025');
    expect(total('gemini-2.5-pro', { provider: 'vertex' }, { ...long, input: 200_000 })).toBe('10.25');
  });
});

describe('a region of a cloud', () => {
  const warned = (model: string, when: Conditions = {}): readonly string[] =>
    priceOf(model, when)
      .warnings.filter(({ code }) => code === 'region-not-priced')
      .map(({ message }) => message);

  it('has the price of the area around it, where only that is known, and says so', () => {
    // $0.92 + $3.68, and not the $0.80 + $3.20 of the United States
    expect(total('bedrock/eu-central-1/amazon.nova-pro-v1:0')).toBe('4.6');
    expect(total('eu.amazon.nova-pro-v1:0')).toBe('4.6');
    expect(total('bedrock/ap-northeast-1/amazon.nova-pro-v1:0')).toBe('4.2');
    expect(warned('bedrock/eu-central-1/amazon.nova-pro-v1:0')).toMatchInlineSnapshot(`
      [
        "No price of its own is known for region eu-central-1 at bedrock; this is the eu price.",
      ]
    `);
    // 1.1 × ($3 + $15); the global profile is called in a region and costs what it costs everywhere.
    expect(total('vertex_ai/europe-west1/claude-sonnet-4-6')).toBe('19.8');
    expect(total('bedrock/sa-east-1/anthropic.claude-sonnet-4-6')).toBe('19.8');
    expect(total('bedrock/sa-east-1/global.anthropic.claude-sonnet-4-6')).toBe('18');
    expect(total('azure/eastus/gpt-5.1')).toBe('12.375');
  });

  it('has its own price where one is known, and the list price with a warning where none is', () => {
    const gov = 'bedrock/us-gov-east-1/anthropic.claude-sonnet-4-5-20250929-v1:0';
    expect(total(gov)).toBe('21.6');
    expect(warned(gov)).toEqual([]);
    expect(total('vertex_ai/europe-west1/gemini-2.5-pro', {}, { input: 1_000 })).toBe('0.00125');
    expect(warned('vertex_ai/europe-west1/gemini-2.5-pro')).toMatchInlineSnapshot(`
      [
        "No price of its own is known for region europe-west1 at vertex; this is the list price.",
      ]
    `);
  });

  it('is the same in capitals', () => {
    expect(total('claude-opus-5', { region: 'US' })).toBe(total('claude-opus-5', { region: 'us' }));
    expect(total('claude-opus-5', { region: 'US' })).toBe('33');
    expect(warned('claude-opus-5', { region: 'US' })).toEqual([]);
    expect(total('amazon.nova-pro-v1:0', { region: 'EU-Central-1' })).toBe('4.6');
  });

  it('is a string', () => {
    expect(() => priceOf('o1', { region: 7 as unknown as string })).toThrow(
      expect.objectContaining({ code: 'invalid-input', message: 'region is 7. Pass a name.' }),
    );
  });
});

describe('gateways', () => {
  it('halve what is sent in a batch', () => {
    expect(total('openrouter/anthropic/claude-opus-5.5')).toBe('24');
    expect(total('openrouter/anthropic/claude-opus-5.5:batch')).toBe('12');
    expect(total('grok-4.3', { provider: 'openrouter' }, { input: 100_000, output: 100_000 })).toBe('0.375');
    // xAI takes a fifth off
    expect(total('openrouter/x-ai/grok-4.3:batch', {}, { input: 100_000, output: 100_000 })).toBe('0.3');
  });

  it('double what is to be fast', () => {
    const few = { input: 100_000, output: 100_000 };
    expect(total('gpt-6-sol', { provider: 'vercel' }, few)).toBe('1.2');
    expect(total('gpt-6-sol', { provider: 'vercel', speed: 'fast' }, few)).toBe('2.4');
    expect(total('glm-5.3', { provider: 'fireworks', speed: 'fast' }, few)).toBe('0.87');
  });

  it('store Gemini’s cache for five minutes at a twelfth of a dollar a million', () => {
    expect(total('gemini-3.5-flash', { provider: 'openrouter' }, { cacheWrite: 3_000_000 })).toBe('0.25');
  });

  it('say that their price is not the bill, and of which day it is', () => {
    const price = priceOf('openrouter/z-ai/glm-5.3');
    if (!price.priced) throw new Error(price.message);
    expect(price.note).toBe(
      'A marketplace: the bill depends on the host it chooses. A newer listing is not plausible and is set aside.',
    );
    expect([price.status, price.checked]).toEqual(['reconstructed', '2026-09-27']);
  });
});

describe('a cached token without a price', () => {
  it('is unknown at Groq’s Llama, and half price at its GPT-OSS', () => {
    const cached = { input: 1000, cacheRead: 1000 };
    expect(total('groq/llama-3.3-70b-versatile', {}, cached)).toBe('missing-rate');
    const price = priceOf('groq/llama-3.3-70b-versatile');
    expect(price.priced && price.note).toMatchInlineSnapshot(
      `"Groq lists no price of cached input for this model, although its replies count cached tokens."`,
    );
    expect(total('groq/openai/gpt-oss-120b', {}, { cacheRead: 1_000_000 })).toBe('0.075');
  });
});
