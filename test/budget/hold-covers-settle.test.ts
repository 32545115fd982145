import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEstimator } from '../../src/estimate/index.js';
import { METERS } from '../../src/meters/index.js';
import { cacheRule, listModels } from '../../src/models/index.js';
import { bundledPrices, type Offer, offersOf } from '../../src/prices/index.js';
import { someBudget } from './some-budget.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const now = (): Date => NOW;
const estimator = createEstimator();

type Tier = 'standard' | 'batch' | 'flex' | 'priority';
const TIERS: readonly Tier[] = ['standard', 'batch', 'flex', 'priority'];

/** Every offer in dollars that has a price for words now, in every tier that it has a price for. */
const sold = listModels()
  .flatMap(({ model }) => offersOf(bundledPrices, model))
  .flatMap((offer) => tiersOf(offer).map((serviceTier) => ({ offer, serviceTier })));

function tiersOf({ model, provider }: Offer): readonly Tier[] {
  return TIERS.filter((serviceTier) => {
    const price = estimator.priceOf(model, { at: NOW, provider, serviceTier });
    return price.priced && price.currency === 'USD' && price.rates.input && price.rates.output;
  });
}

const tokens = fc.integer({ min: 0, max: 400_000 });
const share = fc.integer({ min: 0, max: 100 });
const part = (whole: number, percent: number): number => Math.floor((whole * percent) / 100);

describe('a hold', () => {
  it('is tried on every offer', () => {
    expect(new Set(sold.map(({ offer }) => offer.id)).size).toBeGreaterThan(250);
    expect(new Set(sold.map(({ serviceTier }) => serviceTier)).size).toBe(4);
  });

  it('covers every usage within the tokens it was asked for: every offer, every tier, any split of the cache', async () => {
    const { budget } = someBudget('9000000', { now });
    for (const { offer, serviceTier } of sold) {
      const { model, provider } = offer;
      const price = estimator.priceOf(model, { at: NOW, provider, serviceTier, strict: true });
      const rates = price.priced ? price.rates : {};
      // Who writes of its own accord may write all of it; who is told to, what it was told.
      const automatic = cacheRule(model)?.start !== 'marked';
      await fc.assert(
        fc.asyncProperty(tokens, tokens, share, share, share, share, fc.boolean(), async (...drawn) => {
          const [input, max, used, answered, hit, written, expects] = drawn;
          const prompt = part(input, used) + 1;
          const read = rates.cacheRead === undefined ? 0 : part(prompt, hit);
          const writes = automatic && METERS.some((meter) => meter === 'cacheWrite' && rates[meter]);
          const write = writes ? part(prompt - read, written) : 0;
          const cachedInput = expects && rates.cacheRead !== undefined ? part(input, hit) : undefined;
          const request = { model, provider, serviceTier, input: input + 1, output: { max }, cachedInput };
          const admission = await budget.reserve(request);
          if (!admission.ok) throw new Error(`${offer.id}: ${admission.message}`);
          const bill = await admission.reservation.settle({
            input: prompt - read - write,
            cacheRead: read,
            cacheWrite: write,
            output: part(max, answered),
          });
          expect(bill.priced, offer.id).toBe(true);
          expect(
            bill.warnings.map(({ code }) => code),
            offer.id,
          ).not.toContain('overrun');
        }),
        { numRuns: 6 },
      );
    }
  });

  it('covers a cache that was expected to answer and did not, or was written once more', async () => {
    const { budget } = someBudget('9000000', { now });
    const call = { model: 'claude-opus-5', input: 100_000, output: { max: 0 } };
    const settled = async (cachedInput: object, usage: object): Promise<readonly string[]> => {
      const admission = await budget.reserve({ ...call, cachedInput });
      if (!admission.ok) throw new Error(admission.message);
      const bill = await admission.reservation.settle(usage);
      return bill.warnings.map(({ code }) => code).filter((code) => code === 'overrun');
    };
    expect(await settled({ read: 90_000 }, { input: 100_000 })).toEqual([]);
    expect(await settled({ read: 90_000 }, { input: 10_000, cacheWrite5m: 90_000 })).toEqual([]);
    expect(await settled({ read: 90_000, ttl: '1h' }, { input: 10_000, cacheWrite1h: 90_000 })).toEqual([]);
    // What was never asked for is an overrun, and told of.
    expect(await settled({}, { cacheWrite1h: 100_000 })).toEqual(['overrun']);
  });

  it('covers a prompt that OpenAI writes to its cache unasked', async () => {
    const { budget } = someBudget('100', { now });
    const admission = await budget.reserve({ model: 'gpt-5.6-sol', input: 4_020, output: { max: 4 } });
    // 4,020 × $5/M of cache write + 4 × $20/M
    expect(admission).toMatchObject({ ok: true, reservation: { held: '0.02018' } });
  });
});
