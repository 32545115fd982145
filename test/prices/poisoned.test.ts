import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import { listModels } from '../../src/models/index.js';
import { bundledPrices, offersOf } from '../../src/prices/index.js';
import { type PriceFeed, priceTableFrom, type SellerFile, withPrices } from '../../src/prices/schema.js';
import { GOOD, POISONED } from './poisoned.js';

const FEED: PriceFeed = {
  schemaVersion: 1,
  asOf: '2026-11-20',
  calendars: { CN: { from: '2026-09-01', until: '2027-01-01', holidays: ['2026-10-01'] } },
  sellers: [GOOD],
};
const calendar = (holidays: readonly string[]): PriceFeed['calendars'] => ({
  CN: { from: '2026-09-01', until: '2027-01-01', holidays },
});
const GOOD_LIST = {
  sources: ['list'],
  meters: ['input', 'cacheRead', 'output'],
  since: { '2026-08-16': { 'deepseek-v3.2': '0.28 0.028 0.42' } },
} as const;
const fingerprint = (): string =>
  JSON.stringify(listModels().map(({ model }) => offersOf(bundledPrices, model)));
const before = fingerprint();

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It was accepted.');
}

describe('a poisoned table', () => {
  it('comes in more than 200 kinds, each made from a table that is good', () => {
    expect(POISONED.length).toBeGreaterThan(200);
    expect(withPrices(GOOD).asOf).toBe(bundledPrices.asOf);
    expect(withPrices({ ...GOOD, lists: [GOOD_LIST] }).asOf).toBe(bundledPrices.asOf);
    expect(priceTableFrom(FEED).asOf).toBe('2026-11-20');
  });

  it.each(POISONED)('is refused with path and reason: %s', (_, given) => {
    const error = refusal(() => withPrices(given as SellerFile));
    expect(error).toMatchObject({ name: 'PromptCostError', code: 'invalid-prices' });
    const { message } = error as Error;
    expect(message).toMatch(/^These prices cannot be used: (the table|[\w/.-][^:]*): .{4,}\.$/);
    expect(message.length).toBeLessThan(500);
  });

  it.each(POISONED)('is refused as a feed: %s', (name, given) => {
    // A feed stands alone: nothing below it to compare a price with, and a thousandth of a cent is no crime.
    if (name.startsWith('÷')) return;
    const feed =
      typeof given === 'string' ? given : { ...FEED, sellers: Array.isArray(given) ? given : [given] };
    const error = refusal(() => priceTableFrom(feed as PriceFeed));
    expect(error).toMatchObject({ name: 'PromptCostError', code: 'invalid-prices' });
  });

  it('leaves the good table as it was', () => {
    expect(fingerprint()).toBe(before);
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });
});

describe('a feed', () => {
  it.each<[string, object]>([
    ['of another version', { ...FEED, schemaVersion: 2 }],
    ['of no day', { ...FEED, asOf: '2026-02-30' }],
    ['with a calendar of no days', { ...FEED, calendars: calendar(['Friday']) }],
    ['with a holiday outside its calendar', { ...FEED, calendars: calendar(['2027-01-01']) }],
    ['without the calendar that a rule names', { ...FEED, calendars: {} }],
    ['with more than a feed', { ...FEED, comment: 'hello' }],
  ])('%s is refused', (_, feed) => {
    expect(() => priceTableFrom(feed as PriceFeed)).toThrow(
      expect.objectContaining({ code: 'invalid-prices' }),
    );
  });

  it('is the whole table: text or object, its calendars and nothing bundled', () => {
    const prices = priceTableFrom(JSON.stringify(FEED));
    const { priceOf } = createBiller({ prices, now: () => new Date('2026-10-01T02:00Z') });
    expect(priceOf('o1')).toMatchObject({ priced: false, reason: 'no-offer' });
    // 10:00 in Beijing on a Thursday that the calendar calls a holiday: no peak.
    expect(priceOf('deepseek-v4-pro')).toMatchObject({ rates: { input: '0.66' } });
    expect(priceOf('deepseek-v4-pro', { at: '2026-10-02T02:00Z' })).toMatchObject({
      rates: { input: '1.32' },
    });
  });
});

describe('an overlay', () => {
  it('takes several sellers at once, as text too', () => {
    const other = { ...GOOD, seller: 'our-cluster' };
    const prices = withPrices(JSON.stringify([GOOD, other]));
    const providers = offersOf(prices, 'deepseek-v4-pro').map(({ provider }) => provider);
    expect(providers.slice(0, 2)).toEqual(['deepseek', 'our-cluster']);
  });

  it('fills gaps only, when it is told to keep what there is', () => {
    const prices = withPrices([GOOD, { ...GOOD, seller: 'our-cluster' }], bundledPrices, {
      existing: 'keep',
    });
    const offers = offersOf(prices, 'deepseek-v4-pro');
    expect(offers.find(({ provider }) => provider === 'deepseek')).toEqual(
      offersOf(bundledPrices, 'deepseek-v4-pro').find(({ provider }) => provider === 'deepseek'),
    );
    expect(offers.at(-1)!.provider).toBe('our-cluster');
  });

  it('keeps copies, and they are frozen', () => {
    const mine = structuredClone(GOOD) as unknown as {
      offers: { periods: { rates: { input: string } }[] }[];
    };
    const prices = withPrices(mine as unknown as SellerFile);
    mine.offers[0]!.periods[0]!.rates.input = '9';
    const [offer] = offersOf(prices, 'deepseek-v4-pro');
    expect(offer!.periods[0]!.rates.input).toBe('0.435');
    expect(Object.isFrozen(offer!.periods[0]!.rates)).toBe(true);
    expect(Object.isFrozen(prices)).toBe(true);
  });
});
