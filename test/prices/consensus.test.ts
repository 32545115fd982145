import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBiller, type PriceInForce } from '../../src/bill/index.js';
import type { Conditions } from '../../src/models/index.js';
import { sharedData } from '../shared-data.js';

interface Judged {
  readonly vendor: string;
  readonly id: string;
  readonly price: Readonly<Record<'input' | 'output', number>> &
    Readonly<Record<'cacheRead' | 'cacheWrite' | 'cacheWrite1h', number | null>>;
  readonly batch: { readonly input: number; readonly output: number } | null;
  readonly tier: string | null;
}

const { priceOf, billOf } = createBiller({ now: () => new Date('2026-11-25T05:00:00Z') });
// A Monday, 10:00 in Beijing: the judged prices of DeepSeek are those of its peak.
const AT = '2026-11-23T02:00Z';

// `>272000:4/15/0.2;…`: more prompt tokens than that, and what they cost in, out and cached.
const TIER = />(\d+):([\d.]+)\/([\d.]+)(?:\/([\d.]+))?/g;

const folder = sharedData('prices');
const judged: readonly Judged[] = folder
  ? (JSON.parse(readFileSync(`${folder}/consensus.json`, 'utf8')) as { models: Judged[] }).models
  : [];

/** Of models that their makers have retired, the judged price is that of another seller. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'claude-opus-4-1': 'bedrock',
  'claude-3-5-haiku-latest': 'bedrock',
};
/** What is judged and is not sold at `AT`: aliases that DeepSeek retired in July, a model that Cerebras took off its list. */
const RETIRED = ['deepseek/deepseek-chat', 'deepseek/deepseek-reasoner', 'cerebras/llama-3.3-70b'];
/** What the judgement has of the maker, and the other seller does not list. */
const UNLISTED = ['batch', 'cacheWrite1h'];

describe.skipIf(!folder)('the judged list, when ../shared/data/prices is there', () => {
  it('is whole', () => {
    expect(judged.length).toBe(105);
  });

  it.each(judged)('$vendor/$id', ({ vendor, id, price, batch, tier }) => {
    const provider = ELSEWHERE[id] ?? (vendor === 'amazon' ? 'bedrock' : vendor);
    const when = { provider, at: AT };
    const model = id.replace(/^claude-3-5-haiku-latest$/, 'claude-3-5-haiku');
    if (RETIRED.includes(`${vendor}/${id}`)) {
      expect(priceOf(model, when)).toMatchObject({ priced: false, reason: 'retired' });
      return;
    }
    const { rates } = priced(model, when);
    const ours = (meter: keyof typeof rates): number | null => number(rates[meter]);
    expect([ours('input'), ours('output')]).toEqual([price.input, price.output]);
    if (price.cacheRead !== null) expect(ours('cacheRead')).toBe(price.cacheRead);
    if (price.cacheWrite !== null) expect(ours('cacheWrite') ?? ours('cacheWrite5m')).toBe(price.cacheWrite);
    const known = (what: string): boolean => !(id in ELSEWHERE && UNLISTED.includes(what));
    if (price.cacheWrite1h !== null && known('cacheWrite1h'))
      expect(ours('cacheWrite1h')).toBe(price.cacheWrite1h);
    if (batch && known('batch')) {
      const half = priced(model, { ...when, serviceTier: 'batch' }).rates;
      expect([number(half.input), number(half.output)]).toEqual([batch.input, batch.output]);
    }
    for (const [, beyond, input, output, cacheRead] of (tier ?? '').matchAll(TIER)) {
      const cached = rates.cacheRead === undefined ? {} : { cacheRead: 1 };
      const bill = billOf({ input: Number(beyond) + 1, output: 1, ...cached }, { model, ...when });
      if (!bill.priced) throw new Error(bill.price.message);
      const rate = (meter: string): number | null =>
        number(bill.lines.find((line) => line.meter === meter)?.rate);
      expect([rate('input'), rate('output')]).toEqual([Number(input), Number(output)]);
      if (cacheRead !== undefined && 'cacheRead' in cached) expect(rate('cacheRead')).toBe(Number(cacheRead));
    }
  });
});

function priced(model: string, when: Conditions): PriceInForce {
  const price = priceOf(model, when);
  if (!price.priced) throw new Error(price.message);
  return price;
}

function number(rate: string | undefined): number | null {
  return rate === undefined ? null : Number(rate);
}
