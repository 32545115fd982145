import { describe, expect, it } from 'vitest';
import { createBiller, type PriceInForce, type Unpriced } from '../../src/bill/index.js';
import { priceOf } from '../../src/entries/prices.js';
import { type Conditions, listModels } from '../../src/models/index.js';
import { bundledPrices, offersOf } from '../../src/prices/index.js';

const { priceOf: ask } = createBiller({ now: () => new Date('2026-11-24T05:00:00Z') });

function priced(model: string, when: Conditions = {}): PriceInForce {
  const price = ask(model, when);
  if (!price.priced) throw new Error(price.message);
  return price;
}

function unpriced(model: string, when: Conditions = {}): Unpriced {
  const price = ask(model, when);
  if (price.priced) throw new Error(`${model} has a price`);
  return price;
}

const codes = ({ warnings }: PriceInForce): string[] => warnings.map(({ code }) => code);

describe('priceOf', () => {
  it('knows the founding day: R1 against o1 on 2025-01-27', () => {
    expect(priced('deepseek-r1', { at: '2025-01-27' })).toMatchObject({
      offer: 'deepseek/deepseek-r1',
      currency: 'USD',
      from: '2025-01-20',
      until: '2025-02-26T16:30:00Z',
      rates: { input: '0.55', output: '2.19', cacheRead: '0.14' },
      rules: [],
      warnings: [],
    });
    expect(priced('o1', { at: '2025-01-27' })).toMatchObject({
      rates: { input: '15', output: '60', cacheRead: '7.5' },
      warnings: [],
    });
  });

  it('halves and quarters R1 at night', () => {
    expect(priced('deepseek-r1', { at: '2025-06-01T20:00Z' })).toMatchObject({
      rates: { input: '0.135', output: '0.55', cacheRead: '0.035' },
      rules: ['off-peak R1'],
      warnings: [],
    });
  });

  it('still prices o1 today, with its successor', () => {
    const today = priced('o1');
    expect(today.rates).toMatchObject({ input: '15', cacheRead: '7.5', output: '60' });
    expect(today.warnings).toMatchInlineSnapshot(`
      [
        {
          "code": "deprecated",
          "message": "openai retired o1 on 2026-10-23; this is its last price there. Successors: gpt-5.6-sol.",
        },
      ]
    `);
    expect(codes(priced('o1', { at: '2026-04-21' }))).toEqual([]);
  });

  it('says when a model goes, that it went, and what its id is billed at since', () => {
    const said = (model: string, at: string): string =>
      priced(model, { at }).warnings.find(({ code }) => code === 'deprecated')!.message;
    expect(said('o1', '2026-10-22')).toBe(
      'o1 is deprecated since 2026-04-22, at openai until 2026-10-23. Successors: gpt-5.6-sol.',
    );
    expect(said('azure/o1', '2026-11-01')).toMatch(/^o1 is deprecated since 2026-04-22, at openai until/);
    expect(said('gemini-2.5-pro', '2026-12-01')).toBe(
      'google retired gemini-2.5-pro on 2026-12-01; the id is billed at this price since. Successors: gemini-3.8-flash.',
    );
    // Retired by DeepSeek, and sold on by its hosts.
    expect(codes(priced('deepseek-r1', { provider: 'together', at: '2026-11-01' }))).not.toContain(
      'deprecated',
    );
  });

  it('says that R1 is retired, what follows it and who else sells it', () => {
    const today = unpriced('deepseek-r1');
    expect(today).toMatchObject({ reason: 'retired', successor: 'deepseek-v4-pro' });
    expect(today.successors).toEqual(['deepseek-v4-pro', 'deepseek-v4-flash']);
    expect(today.hosts).toContain('bedrock');
    expect(today.message).toMatchInlineSnapshot(
      `"deepseek has not sold deepseek-r1 since 2025-09-05T16:00:00Z. Successors: deepseek-v4-pro, deepseek-v4-flash. Sold then by together, fireworks, bedrock, deepinfra, novita, siliconflow, sambanova, openrouter: name one as provider."`,
    );
    expect(priced('deepseek-r1', { provider: 'bedrock' }).rates).toEqual({ input: '1.35', output: '5.4' });
    expect(unpriced('deepseek-r1', { at: '2025-01-19' })).toMatchObject({ reason: 'not-yet' });
  });

  it('prices Llama at its reference host and says so', () => {
    const llama = priced('llama-3.3-70b');
    expect(llama).toMatchObject({ provider: 'groq', rates: { input: '0.59', output: '0.79' } });
    expect(llama.warnings).toMatchInlineSnapshot(`
      [
        {
          "code": "host-assumed",
          "message": "meta does not sell llama-3.3-70b; this is the price of groq. Also sold by together, fireworks, bedrock, azure, vertex, cloudflare, deepinfra, novita, sambanova, digitalocean, scaleway, wandb, nscale, crusoe, openrouter, vercel: name one as provider.",
        },
      ]
    `);
    expect(codes(priced('llama-3.3-70b', { provider: 'groq' }))).toEqual([]);
    expect(codes(priced('groq/llama-3.3-70b-versatile'))).toEqual([]);
    expect(priced('us.meta.llama3-3-70b-instruct-v1:0')).toMatchObject({ provider: 'bedrock', warnings: [] });
  });

  it('never lets one seller stand in for another', () => {
    expect(unpriced('perplexity/llama-3.3-70b')).toMatchObject({ reason: 'no-offer' });
    expect(unpriced('gpt-4o', { provider: 'groq' })).toMatchObject({
      reason: 'no-offer',
      hosts: ['openai', 'azure', 'openrouter', 'vercel'],
    });
    expect(unpriced('gpt-4o:free')).toMatchObject({ reason: 'no-offer' });
    expect(unpriced('o1', { serviceTier: 'flex' })).toMatchObject({ reason: 'no-offer' });
  });

  it('has no price of conditions that are not sold together: fast mode is not offered in a batch', () => {
    expect(priced('claude-opus-5', { speed: 'fast' }).rates).toMatchObject({ input: '10', output: '50' });
    expect(priced('claude-opus-5', { serviceTier: 'batch' }).rates).toMatchObject({ input: '2.5' });
    // Where and how often are sold together with fast: $5 × 2 × 1.1
    expect(priced('claude-opus-5', { speed: 'fast', region: 'us' }).rates).toMatchObject({ input: '11' });
    for (const { id, model, provider } of listModels().flatMap((each) =>
      offersOf(bundledPrices, each.model),
    )) {
      const both = ask(model, { provider, serviceTier: 'batch', speed: 'fast' });
      expect(both.priced, id).toBe(false);
    }
    expect(unpriced('claude-opus-5', { serviceTier: 'batch', speed: 'fast' }).message).toMatch(
      /^No price of anthropic\/claude-opus-5 with serviceTier batch and speed fast is known\./,
    );
  });

  it('applies what the id says, and lets a condition beside it go first', () => {
    expect(priced('openai/o1:batch').rates).toMatchObject({ input: '7.5', output: '30' });
    expect(priced('openai/o1:batch', { serviceTier: 'standard' }).rates).toMatchObject({ input: '15' });
    expect(priced('groq/llama-3.3-70b', { provider: 'Amazon-Bedrock' }).provider).toBe('bedrock');
  });

  it('warns when a date stands for several prices', () => {
    expect(codes(priced('deepseek-r1', { at: '2025-02-26' }))).toEqual(['day-has-several-prices']);
    expect(codes(priced('deepseek-r1', { at: '2025-03-01' }))).toEqual(['day-has-several-prices']);
    expect(codes(priced('deepseek-r1', { at: '2025-03-01T00:00Z' }))).toEqual([]);
    expect(codes(priced('o3', { at: '2025-06-10' }))).toEqual([]);
  });

  it('warns that the price of now is not that of another hour', () => {
    expect(codes(priced('deepseek-v4-pro'))).toEqual(['price-varies']);
    expect(codes(priced('deepseek-v4-pro', { at: '2026-11-24T05:00Z' }))).toEqual([]);
  });

  it('warns of a price that nobody looked at for long, or that is pieced together', () => {
    expect(codes(priced('gpt-5.4', { at: '2027-06-01' }))).toEqual(['stale-price']);
    expect(codes(priced('deepinfra/llama-3.3-70b'))).toContain('price-reconstructed');
    expect(codes(priced('eu/gpt-4o', { at: '2026-10-01' }))).toEqual(['region-not-priced']);
  });

  it('prices a floating id by what it meant', () => {
    const rates = (model: string, at: string): object => priced(model, { at }).rates;
    // $1 and $3 until 2025-01-13, $0.30 and $0.90 since
    expect(rates('codestral-latest', '2024-07-01')).toMatchObject({ input: '1', output: '3' });
    expect(rates('codestral-latest', '2025-02-01')).toMatchObject({ input: '0.3', output: '0.9' });
    expect(rates('mistral-small-latest', '2024-10-01')).toMatchObject({ input: '0.2', output: '0.6' });
    expect(rates('mistral-small-latest', '2025-04-01')).toMatchObject({ input: '0.1', output: '0.3' });
    expect(rates('ministral-8b-latest', '2025-06-01')).toMatchObject({ input: '0.1', output: '0.1' });
    expect(rates('pixtral-large-latest', '2025-06-01')).toMatchObject({ input: '2', output: '6' });
    expect(unpriced('codestral-latest', { at: '2024-05-01' }).message).toMatchInlineSnapshot(
      `"What "codestral-latest" meant then is not known: it means codestral-2405 since 2024-05-29. Name a model."`,
    );
  });

  it('finds what an unknown id may have meant', () => {
    expect(unpriced('lama-3.3-70b')).toMatchObject({ reason: 'unknown-model' });
    expect(unpriced('lama-3.3-70b').message).toMatchInlineSnapshot(
      `"Unknown model "lama-3.3-70b". Nearest: llama-3.3-70b, llama-3.1-70b, llama-3.2-90b."`,
    );
    for (const id of ['__proto__', 'constructor', 'toString', '']) {
      expect(unpriced(id)).toMatchObject({ reason: 'unknown-model' });
    }
  });

  it('throws instead when it is strict', () => {
    const strictly = (model: string): unknown => ask(model, { strict: true });
    expect(() => strictly('gpt-9')).toThrow(expect.objectContaining({ code: 'unknown-model' }));
    expect(() => strictly('deepseek-r1')).toThrow(expect.objectContaining({ code: 'unpriced' }));
    expect(strictly('o1')).toMatchObject({ priced: true });
  });

  it('refuses instants and providers that are none', () => {
    expect(() => ask('o1', { at: '2025-02-30' })).toThrow(
      expect.objectContaining({ code: 'invalid-instant' }),
    );
    expect(() => ask('o1', { provider: 7 as never })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
    expect(() => ask(null as never)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('gives every price its sources and dates, with the default clock too', () => {
    const price = priceOf('o1', { at: '2025-01-27' });
    expect(price.priced && price.sources[0]).toBe('@earendil-works/pi-ai@1.5.2 (2026-11-10)');
    expect(price.priced && price.checked).toBe('2026-11-10');
  });
});
