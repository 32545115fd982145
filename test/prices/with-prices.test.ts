import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import { bundledPrices, hostsOf, offersOf } from '../../src/prices/index.js';
import { type SellerFile, withPrices } from '../../src/prices/schema.js';

const own: SellerFile = {
  seller: 'our-cluster',
  currency: 'EUR',
  sources: { contract: { ref: 'contract 7 of 2026', date: '2026-10-01' } },
  offers: [
    {
      model: 'llama-3.3-70b',
      periods: [
        {
          from: '2026-10-01',
          rates: { input: '0.2', output: '1/3' },
          sources: ['contract'],
          checked: '2026-10-01',
        },
      ],
    },
  ],
};
const [offer] = own.offers;
const [period] = offer!.periods;
/** The same file with a mistake in its only period. */
const periodWith = (mistake: object): unknown => ({
  ...own,
  offers: [{ ...offer, periods: [{ ...period, ...mistake }] }],
});

describe('withPrices', () => {
  it('lays offers over a table and leaves that table as it was', () => {
    const prices = withPrices(own);
    expect(hostsOf(prices, 'llama-3.3-70b', new Date('2026-11-01'))).toContain('our-cluster');
    expect(hostsOf(bundledPrices, 'llama-3.3-70b', new Date('2026-11-01'))).not.toContain('our-cluster');
    expect(offersOf(prices, 'o1')).toEqual(offersOf(bundledPrices, 'o1'));
  });

  it('replaces the whole offer of the same seller and model', () => {
    const prices = withPrices({ ...own, seller: 'groq' });
    const offers = offersOf(prices, 'llama-3.3-70b').filter(({ provider }) => provider === 'groq');
    expect(offers.map(({ periods }) => periods.length)).toEqual([1]);
    expect(offers[0]!.periods[0]!.currency).toBe('EUR');
  });

  it.each([
    ['together-ai', 'together'],
    ['google-vertex', 'vertex'],
    ['amazon-bedrock', 'bedrock'],
    // A part of SiliconFlow's ids, and nobody's name.
    ['pro', 'pro'],
  ])('finds the price of %s under any name of its seller', (seller, provider) => {
    const { priceOf } = createBiller({
      prices: withPrices({ ...own, seller }),
      now: () => new Date('2026-11-01'),
    });
    for (const name of [seller, provider]) {
      const price = priceOf('llama-3.3-70b', { provider: name });
      expect(price).toMatchObject({ offer: `${provider}/llama-3.3-70b`, rates: { input: '0.2' } });
    }
  });

  it('refuses one offer under two names of its seller', () => {
    expect(() =>
      withPrices([own, { ...own, seller: 'together-ai' }, { ...own, seller: 'together' }]),
    ).toThrow('together/llama-3.3-70b is in two files');
  });

  it.each<[string, unknown]>([
    ['a negative rate', periodWith({ rates: { input: '-1' } })],
    ['a number for a rate', periodWith({ rates: { input: 0.2 } })],
    ['a rate of the wrong unit', periodWith({ rates: { input: '135000' } })],
    ['an unknown meter', periodWith({ rates: { tokens: '1' } })],
    ['an unknown source', periodWith({ sources: ['rumour'] })],
    ['no source', periodWith({ sources: [] })],
    ['an unknown rule', periodWith({ rules: ['happy hour'] })],
    ['a date that is none', periodWith({ from: '2026-13-01' })],
    ['a period that ends before it begins', periodWith({ until: '2026-09-01' })],
    [
      'a gap between periods',
      { ...own, offers: [{ ...offer, periods: [period, { ...period, from: '2026-12-01' }] }] },
    ],
    ['a model by another of its names', { ...own, offers: [{ ...offer, model: 'llama-3.3-70b-instruct' }] }],
    ['a model that is misspelt', { ...own, offers: [{ ...offer, model: 'lama-3.3-70b' }] }],
    ['a model twice', { ...own, offers: [offer, offer] }],
    ['an unknown currency', { ...own, currency: 'DOGE' }],
    ['a field that is not known', { ...own, discount: 1 }],
    ['no object', 'o1'],
  ])('refuses %s', (_, file) => {
    expect(() => withPrices(file as SellerFile)).toThrow(expect.objectContaining({ code: 'invalid-prices' }));
  });

  it('says where and why', () => {
    const file = periodWith({ rates: { input: '-1' } }) as SellerFile;
    expect(() => withPrices(file)).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: These prices cannot be used: offers.0.periods.0.rates.input: write a decimal or a fraction.]`,
    );
  });

  it('refuses a base that is not a table', () => {
    expect(() => withPrices(own, { asOf: '2026-01-01' })).toThrow(
      expect.objectContaining({ code: 'invalid-prices' }),
    );
  });
});
