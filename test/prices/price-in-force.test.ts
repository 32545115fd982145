import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantities } from '../../src/meters/index.js';
import type { Conditions } from '../../src/models/index.js';
import { toExact } from '../../src/money/index.js';
import {
  bundledPrices,
  type Offer,
  offersOf,
  type PriceTable,
  priceInForce,
  pricesWithin,
} from '../../src/prices/index.js';
import { indexPrices } from '../../src/prices/price-table.js';
import { offersIn, type SellerFile } from '../../src/prices/seller-file.js';

/** A seller with one offer of `o1`. */
function table(file: Partial<SellerFile>): ReturnType<typeof indexPrices> {
  const whole: SellerFile = {
    seller: 'openai',
    currency: 'USD',
    sources: { list: { ref: 'https://example.org/prices', date: '2025-01-01' } },
    offers: [],
    ...file,
  };
  const calendars = { CN: { from: '2026-09-01', until: '2027-01-01', holidays: ['2026-09-25'] } };
  return indexPrices('2026-01-01', offersIn(whole), calendars);
}

function ratesOf(
  prices: ReturnType<typeof indexPrices>,
  at: string,
  conditions: Conditions = {},
  quantities: Quantities = {},
): Record<string, string> | string {
  const found = priceInForce(prices, offersOf(prices, 'o1')[0]!, new Date(at), conditions, quantities);
  if (typeof found === 'string') return found;
  return Object.fromEntries([...found.rates].map(([meter, rate]) => [meter, toExact(rate)]));
}

function dayHasSeveralPrices(prices: PriceTable, offer: Offer, day: Date): boolean {
  const { prices: found, gaps } = pricesWithin(prices, offer, day, 1);
  return found.length > 1 || (gaps && found.length > 0);
}

const listed = { sources: ['list'], checked: '2025-01-01' };

describe('periods', () => {
  const prices = table({
    offers: [
      {
        model: 'o1',
        periods: [
          { from: '2025-01-01', until: '2025-06-01T16:00:00Z', rates: { input: '2' }, ...listed },
          { from: '2025-06-01T16:00:00Z', until: '2026-01-01', rates: { input: '1' }, ...listed },
        ],
      },
    ],
  });

  it('begin at their first instant and end before their last', () => {
    expect(ratesOf(prices, '2024-12-31T23:59:59.999Z')).toBe('not-yet');
    expect(ratesOf(prices, '2025-01-01T00:00:00Z')).toEqual({ input: '2' });
    expect(ratesOf(prices, '2025-06-01T15:59:59.999Z')).toEqual({ input: '2' });
    expect(ratesOf(prices, '2025-06-01T16:00:00Z')).toEqual({ input: '1' });
    expect(ratesOf(prices, '2026-01-01T00:00:00Z')).toBe('retired');
  });

  it('make a day with several prices only when the price changes within it', () => {
    const offer = offersOf(prices, 'o1')[0]!;
    expect(dayHasSeveralPrices(prices, offer, new Date('2025-06-01'))).toBe(true);
    expect(dayHasSeveralPrices(prices, offer, new Date('2025-05-31'))).toBe(false);
    expect(dayHasSeveralPrices(prices, offer, new Date('2025-06-02'))).toBe(false);
    expect(dayHasSeveralPrices(prices, offer, new Date('2025-01-01'))).toBe(false);
  });

  it('leave older answers as they were when a later one is added', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2026-11-23'),
      noInvalidDate: true,
    });
    const offers = fc.constantFrom(
      ...['o1', 'deepseek-r1', 'deepseek-v4-pro', 'gpt-5.6-sol'].flatMap((m) => offersOf(bundledPrices, m)),
    );
    fc.assert(
      fc.property(instants, offers, (at, offer) => {
        const last = offer.periods.at(-1)!;
        const change = last.until ?? '2026-12-01';
        const later = { ...last, from: change, until: null, rates: { input: '99' } };
        const grown = {
          ...offer,
          periods: [...offer.periods.slice(0, -1), { ...last, until: change }, later],
        };
        const before = priceInForce(bundledPrices, offer, at);
        const after = priceInForce(bundledPrices, grown, at);
        if (typeof before !== 'string')
          expect(after).toMatchObject({ rates: before.rates, rules: before.rules });
        else if (before === 'not-yet') expect(after).toBe('not-yet');
      }),
    );
  });
});

describe('rules', () => {
  const prices = table({
    rules: {
      long: { kind: 'replace', when: { promptTokens: { gt: 100 } }, rates: { input: '4' } },
      longer: { kind: 'replace', when: { promptTokens: { gte: 200 } }, rates: { input: '6', output: '20' } },
      batch: { kind: 'multiply', when: { serviceTier: ['batch'] }, by: '1/2' },
      eu: { kind: 'multiply', when: { region: ['eu'] }, by: '11/10', only: ['input'] },
      thinking: { kind: 'replace', when: { thinking: true }, rates: { output: '30' } },
      standard: { kind: 'multiply', when: { serviceTier: ['standard'], variant: ['plain'] }, by: '3' },
      terse: {
        kind: 'replace',
        when: { outputTokens: { lt: 10 }, variant: ['short'] },
        rates: { output: '1' },
      },
    },
    offers: [
      {
        model: 'o1',
        periods: [
          {
            from: null,
            rates: { input: '2', output: '10' },
            rules: ['long', 'longer', 'batch', 'eu', 'thinking', 'standard', 'terse'],
            ...listed,
          },
        ],
      },
    ],
  });
  const at = '2025-03-01';

  it('price the whole request by its size, to the token', () => {
    expect(ratesOf(prices, at, {}, { input: 100 })).toEqual({ input: '2', output: '10' });
    expect(ratesOf(prices, at, {}, { input: 60, cacheRead: 41 })).toEqual({ input: '4', output: '10' });
    expect(ratesOf(prices, at, {}, { input: 199 })).toEqual({ input: '4', output: '10' });
    expect(ratesOf(prices, at, {}, { input: 200 })).toEqual({ input: '6', output: '20' });
  });

  it('multiply on top of each other, each on its own meters', () => {
    // input 2 × 1/2 × 11/10, output 10 × 1/2
    expect(ratesOf(prices, at, { serviceTier: 'batch', region: 'eu' })).toEqual({
      input: '1.1',
      output: '5',
    });
  });

  it('know thinking, the standard tier and the length of the reply', () => {
    expect(ratesOf(prices, at, { thinking: true })).toEqual({ input: '2', output: '30' });
    expect(ratesOf(prices, at, { variant: 'plain' })).toEqual({ input: '6', output: '30' });
    expect(ratesOf(prices, at, { variant: 'short' }, { output: 5, reasoning: 4 })).toEqual({
      input: '2',
      output: '1',
    });
    expect(ratesOf(prices, at, { variant: 'short' }, { output: 5, reasoning: 5 })).toEqual({
      input: '2',
      output: '10',
    });
  });

  it('name the conditions that no rule knows', () => {
    const offer = offersOf(prices, 'o1')[0]!;
    const unknown = (conditions: Conditions): unknown => {
      const found = priceInForce(prices, offer, new Date(at), conditions);
      return typeof found === 'string' ? found : found.unknown;
    };
    expect(unknown({ serviceTier: 'flex', speed: 'fast', region: 'mars' })).toEqual([
      'serviceTier',
      'speed',
      'region',
    ]);
    expect(unknown({ serviceTier: 'batch', speed: 'standard', region: 'eu' })).toEqual([]);
  });
});

describe('schedules', () => {
  const scheduled = (schedule: object): ReturnType<typeof indexPrices> =>
    table({
      rules: { hours: { kind: 'multiply', when: { schedule: schedule as never }, by: '2' } },
      offers: [
        { model: 'o1', periods: [{ from: null, rates: { input: '1' }, rules: ['hours'], ...listed }] },
      ],
    });

  it('follow the wall clock of their zone through daylight saving time', () => {
    // New York is at UTC−5 on 7 March 2026 and at UTC−4 from 8 March, 07:00Z
    const prices = scheduled({ tz: 'America/New_York', windows: [['09:00', '10:00']] });
    expect(ratesOf(prices, '2026-03-07T13:59:59Z')).toEqual({ input: '1' });
    expect(ratesOf(prices, '2026-03-07T14:00Z')).toEqual({ input: '2' });
    expect(ratesOf(prices, '2026-03-09T13:00Z')).toEqual({ input: '2' });
    expect(ratesOf(prices, '2026-03-09T14:00Z')).toEqual({ input: '1' });
  });

  it('go over midnight', () => {
    const prices = scheduled({ tz: 'UTC', windows: [['16:30', '00:30']] });
    expect(ratesOf(prices, '2025-06-01T16:29:59Z')).toEqual({ input: '1' });
    expect(ratesOf(prices, '2025-06-01T16:30Z')).toEqual({ input: '2' });
    expect(ratesOf(prices, '2025-06-02T00:29:59Z')).toEqual({ input: '2' });
    expect(ratesOf(prices, '2025-06-02T00:30Z')).toEqual({ input: '1' });
  });

  it('leave out days of the week and holidays, by the date of their zone', () => {
    const prices = scheduled({ tz: 'Asia/Shanghai', days: [1, 2, 3, 4, 5], exceptCalendar: 'CN' });
    // Friday 25 September 2026 begins in Shanghai on the 24th at 16:00Z
    expect(ratesOf(prices, '2026-09-24T15:59Z')).toEqual({ input: '2' });
    expect(ratesOf(prices, '2026-09-24T16:00Z')).toEqual({ input: '1' });
    expect(ratesOf(prices, '2026-09-25T16:00Z')).toEqual({ input: '1' }); // Saturday
    expect(ratesOf(prices, '2026-09-27T16:00Z')).toEqual({ input: '2' }); // Monday
  });

  it('make a day with several prices, also by a midnight elsewhere', () => {
    const several = (schedule: object, day: string): boolean => {
      const prices = scheduled(schedule);
      return dayHasSeveralPrices(prices, offersOf(prices, 'o1')[0]!, new Date(day));
    };
    expect(several({ tz: 'UTC', windows: [['16:30', '00:30']] }, '2025-06-01')).toBe(true);
    expect(several({ tz: 'Asia/Shanghai', days: [1, 2, 3, 4, 5] }, '2026-09-18')).toBe(true); // Friday 16:00Z
    expect(several({ tz: 'Asia/Shanghai', days: [1, 2, 3, 4, 5] }, '2026-09-19')).toBe(false);
    expect(several({ tz: 'America/New_York', windows: [['09:00', '10:00']] }, '2026-03-08')).toBe(true);
    expect(several({ tz: 'UTC', windows: [['00:00', '24:00']] }, '2026-03-08')).toBe(false);
  });

  it('agree with a walk through every quarter of an hour of the day', () => {
    const offers = ['deepseek-r1', 'deepseek-v4-pro', 'deepseek-v4-flash'].flatMap((m) =>
      offersOf(bundledPrices, m),
    );
    const day = fc.integer({ min: Date.parse('2025-01-21') / 864e5, max: Date.parse('2026-11-23') / 864e5 });
    fc.assert(
      fc.property(day, fc.constantFrom(...offers), (number, offer) => {
        const start = number * 864e5;
        const seen = new Set<string>();
        for (let quarter = 0; quarter < 96; quarter++) {
          const found = priceInForce(bundledPrices, offer, new Date(start + quarter * 900_000));
          seen.add(
            typeof found === 'string' ? found : JSON.stringify([...found.rates.values()].map(toExact)),
          );
        }
        expect(dayHasSeveralPrices(bundledPrices, offer, new Date(start))).toBe(seen.size > 1);
      }),
      { numRuns: 60 },
    );
  });
});
