import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bill, createBiller } from '../../src/bill/index.js';
import { METERS, type Meter, type Quantities } from '../../src/meters/index.js';
import type { Conditions } from '../../src/models/index.js';
import { add, compare, rational, toDecimal, ZERO } from '../../src/money/index.js';
import { type SellerFile, withPrices } from '../../src/prices/schema.js';

const now = (): Date => new Date('2026-11-24T05:00:00Z');
const { billOf, costOfUsage } = createBiller({ now });
const MILLION_EACH = { input: 1_000_000, output: 1_000_000 };

function total(
  model: string,
  at: string,
  quantities: Quantities = MILLION_EACH,
  more: Conditions = {},
): string {
  const bill = billOf(quantities, { model, at, ...more });
  return bill.priced ? bill.total : bill.price.reason;
}

type PricedBill = Extract<Bill, { priced: true }>;
function pricedBill(bill: Bill): PricedBill {
  if (!bill.priced) throw new Error(bill.price.message);
  return bill;
}

/** Prices that no real seller asks, one meter each. */
const strange: SellerFile = {
  seller: 'openai',
  currency: 'USD',
  sources: { test: { ref: 'this test', date: '2026-01-01' } },
  offers: [
    {
      model: 'o1',
      periods: [
        {
          from: '2026-01-01',
          rates: { input: '3', cacheWrite: '1/12', audioSecond: '0.111', output: '0' },
          minimum: { audioSecond: '10' },
          sources: ['test'],
          checked: '2026-01-01',
        },
      ],
    },
  ],
};
const strangely = createBiller({ now, prices: withPrices(strange) });

describe('billOf', () => {
  it('multiplies exactly and adds up', () => {
    const bill = pricedBill(
      billOf({ input: 1_234, output: 567, cacheRead: 89 }, { model: 'o1', at: '2025-01-27' }),
    );
    expect(bill).toMatchObject({ currency: 'USD', total: '0.0531975', usd: 0.0531975 });
    expect(bill.lines).toEqual([
      { meter: 'input', quantity: 1_234, rate: '15', per: 1_000_000, amount: '0.01851' },
      { meter: 'cacheRead', quantity: 89, rate: '7.5', per: 1_000_000, amount: '0.0006675' },
      { meter: 'output', quantity: 567, rate: '60', per: 1_000_000, amount: '0.03402' },
    ]);
  });

  it('bills a million tokens of output at 2.19 and at 60 dollars', () => {
    expect(total('deepseek-r1', '2025-01-27', { output: 1_000_000 })).toBe('2.19');
    expect(total('o1', '2025-01-27', { output: 1_000_000 })).toBe('60');
  });

  it.each([
    ['2025-01-25T20:00Z', '2.74'], // no off-peak hours yet: 0.55 + 2.19
    ['2025-06-01T02:00Z', '2.74'],
    ['2025-06-01T20:00Z', '0.685'], // 0.135 + 0.55
    ['2025-09-05T15:59:59Z', '2.74'],
    ['2025-09-05T16:00Z', '2.24'],
    ['2025-09-10T02:00Z', '2.24'], // V3.1: 0.56 + 1.68
    ['2025-10-15T02:00Z', '0.7'], // V3.2: 0.28 + 0.42
    ['2026-07-24T15:59:59Z', '0.42'], // V4-Flash: 0.14 + 0.28
    ['2026-07-24T16:00Z', 'retired'],
    ['2026-11-24T05:00Z', 'retired'],
  ])('follows the floating deepseek-reasoner: %s costs %s', (at, cost) => {
    expect(total('deepseek-reasoner', at)).toBe(cost);
  });

  it.each([
    ['2026-07-01T02:00Z', '1.305'], // 0.435 + 0.87
    ['2026-08-17T02:00Z', '5.28'], // peak: (0.66 + 1.98) × 2
    ['2026-08-22T02:00Z', '5.28'], // a Saturday before the rule for weekends
    ['2026-08-29T02:00Z', '2.64'], // a Saturday
    ['2026-09-07T02:00Z', '5.28'], // a Monday
    ['2026-09-25T02:00Z', '2.64'], // Mid-Autumn Festival, a Friday
    ['2026-11-23T03:59:59Z', '5.28'], // 11:59:59 in Beijing
    ['2026-11-23T04:00Z', '2.64'],
    ['2026-11-23T06:00Z', '5.28'],
    ['2026-11-23T10:00Z', '2.64'],
  ])('follows the peak hours of deepseek-v4-pro: %s costs %s', (at, cost) => {
    expect(total('deepseek-v4-pro', at)).toBe(cost);
  });

  it('knows prices before their cuts', () => {
    expect(total('o3', '2025-06-09', { cacheRead: 1_000_000 })).toBe('2.5');
    expect(total('o3', '2025-06-10', { cacheRead: 1_000_000 })).toBe('0.5');
    expect(total('gpt-5.6-sol', '2026-08-20T23:59:59Z', { output: 1_000_000 })).toBe('30');
    expect(total('gpt-5.6-sol', '2026-08-21', { output: 1_000_000 })).toBe('20');
    expect(total('gpt-5.6-luna', '2026-07-29', { output: 1_000_000 })).toBe('6');
    expect(total('gpt-5.6-luna', '2026-07-30', { output: 1_000_000 })).toBe('1.2');
  });

  it('bills a whole request at the tier of its size, to the token', () => {
    const flexEu = { serviceTier: 'flex', region: 'eu' } as const;
    // 271,999 × $5/M × 1/2 × 1.1 and 272,000 × $10/M × 1/2 × 1.1
    expect(total('gpt-5.6-sol', '2026-08-01', { input: 271_999 }, flexEu)).toBe('0.74799725');
    expect(total('gpt-5.6-sol', '2026-08-01', { input: 272_000 }, flexEu)).toBe('1.496');
    // gpt-6 counts exactly 272,000 as short
    expect(total('gpt-6-sol', '2026-11-01', { input: 200_000, cacheRead: 72_000 })).toBe('0.4144');
    expect(total('gpt-6-sol', '2026-11-01', { input: 200_001, cacheRead: 72_000 })).toBe('0.828804');
  });

  it('prices the output of a thinking model by its mode', () => {
    const long = { input: 300_000, output: 1_000_000 };
    const thinking = { thinking: true };
    expect(total('qwen-plus', '2026-01-01', { output: 1_000_000 })).toBe('1.2');
    expect(total('qwen-plus', '2026-01-01', { output: 1_000_000 }, thinking)).toBe('4');
    expect(total('qwen-plus', '2026-01-01', long, thinking)).toBe('12.36'); // 0.3 × 1.2 + 12
  });

  it('falls back only where it is declared', () => {
    const bill = pricedBill(
      billOf({ reasoning: 10, cacheWrite1h: 10, cacheWrite: 10 }, { model: 'o1', at: '2025-01-27' }),
    );
    expect(bill.lines.map(({ meter, rate }) => [meter, rate])).toEqual([
      ['cacheWrite', '15'],
      ['cacheWrite1h', '15'],
      ['reasoning', '60'],
    ]);
    expect(
      billOf({ input: 1, cacheRead: 1, webSearch: 1 }, { model: 'o1-pro', at: '2026-01-01' }),
    ).toMatchObject({
      priced: false,
      price: { reason: 'missing-rate', missing: ['cacheRead', 'webSearch'] },
    });
  });

  it('asks no rate of what was not used', () => {
    const bill = pricedBill(
      billOf({ input: 10, cacheRead: 0, webSearch: 0 }, { model: 'o1-pro', at: '2026-01-01' }),
    );
    expect(bill.lines.map(({ meter }) => meter)).toEqual(['input']);
    expect(pricedBill(billOf({}, { model: 'o1' })).total).toBe('0');
  });

  it('knows free from unknown', () => {
    expect(pricedBill(strangely.billOf({ output: 5 }, { model: 'o1' })).total).toBe('0');
    expect(strangely.billOf({ cacheRead: 5 }, { model: 'o1' }).priced).toBe(false);
  });

  it('says so when a price was only announced', () => {
    const [offer] = strange.offers;
    const periods = offer!.periods.map((period) => ({ ...period, status: 'announced' as const }));
    const announced = withPrices({ ...strange, offers: [{ ...offer!, periods }] });
    const { warnings } = createBiller({ now, prices: announced }).billOf(
      { input: 1 },
      { model: 'o1', at: '2026-02-01' },
    );
    expect(warnings).toEqual([
      { code: 'price-announced', message: 'This price of openai/o1 was announced, not seen in force.' },
    ]);
  });

  it('is exact for a rate that no decimal can write', () => {
    // 3,000,000 × (1/12) / 1,000,000
    const bill = pricedBill(strangely.billOf({ cacheWrite: 3_000_000 }, { model: 'o1' }));
    expect(bill.lines[0]).toMatchObject({ rate: '1/12', amount: '0.25' });
    // 1/12 has no last digit: rounded half-even at 18 places
    expect(pricedBill(strangely.billOf({ cacheWrite: 1_000_000 }, { model: 'o1' })).total).toBe(
      '0.083333333333333333',
    );
  });

  it('bills the minimum of a meter once it is used', () => {
    // 10 seconds of $0.111 an hour, though only 3 were used
    const bill = pricedBill(strangely.billOf({ audioSecond: 3 }, { model: 'o1' }));
    expect(bill.lines[0]).toMatchObject({ quantity: 10, amount: '0.000308333333333333' });
    expect(pricedBill(strangely.billOf({ audioSecond: 3_600 }, { model: 'o1' })).total).toBe('0.111');
  });

  it('has no dollars where the price has none', () => {
    const { billOf: inEuro } = createBiller({ now, prices: withPrices({ ...strange, currency: 'EUR' }) });
    const bill = pricedBill(inEuro({ input: 1_000_000 }, { model: 'o1' }));
    expect(bill).toMatchObject({ currency: 'EUR', total: '3' });
    expect(bill).not.toHaveProperty('usd');
  });

  it.each([{ input: -1 }, { input: 0.5 }, { input: Number.NaN }, { tokens: 1 }, null, 'many'])(
    'refuses %j',
    (quantities) => {
      expect(() => billOf(quantities as never, { model: 'o1' })).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
    },
  );

  it('answers an unknown model with no number', () => {
    expect(billOf({ input: 1 }, { model: '__proto__' })).toMatchObject({
      priced: false,
      price: { reason: 'unknown-model' },
    });
  });
});

const offers = [
  'o1',
  'deepseek-v4-pro',
  'gpt-5.6-sol',
  'gpt-6.1-sol',
  'gpt-4o-mini',
  'llama-3.3-70b',
] as const;
const tier = fc.constantFrom<Conditions['serviceTier']>(undefined, 'batch', 'priority');
const counts = fc.record({
  input: fc.nat(2_000_000),
  cacheWrite1h: fc.nat(9_999),
  output: fc.nat(2_000_000),
  reasoning: fc.nat(999),
});

describe('the laws of a bill', () => {
  it('lines add up to the total, and quantity × rate / per to each amount', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offers), tier, counts, (model, serviceTier, quantities) => {
        const bill = billOf(quantities, { model, serviceTier, at: '2026-11-24T02:00Z' });
        if (!bill.priced) return;
        expect(bill.total).toBe(
          toDecimal(bill.lines.reduce((sum, { amount }) => add(sum, rational(amount)), ZERO)),
        );
        expect(compare(rational(bill.total), ZERO)).toBe(bill.lines.length === 0 ? 0 : 1);
      }),
    );
  });

  it('costs add up within a tier, and more tokens never cost less', () => {
    const few = counts.map(
      (all) => Object.fromEntries(Object.entries(all).map(([m, n]) => [m, n % 60_000])) as Quantities,
    );
    fc.assert(
      fc.property(fc.constantFrom(...offers), few, few, (model, a, b) => {
        const both = Object.fromEntries(METERS.map((m: Meter) => [m, (a[m] ?? 0) + (b[m] ?? 0)]));
        const cost = (quantities: Quantities) => rational(total(model, '2026-11-24T02:00Z', quantities));
        expect(cost(both)).toEqual(add(cost(a), cost(b)));
        expect(compare(cost(both), cost(a))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('costOfUsage', () => {
  it('bills what a provider reported', () => {
    const usage = {
      prompt_tokens: 1_000,
      completion_tokens: 2_000,
      total_tokens: 3_000,
      prompt_tokens_details: { cached_tokens: 400 },
      completion_tokens_details: { reasoning_tokens: 1_800 },
    };
    // 600 × $15/M + 400 × $7.50/M + 2,000 × $60/M = 0.009 + 0.003 + 0.12
    expect(costOfUsage(usage, { model: 'o1', at: '2025-01-27' })).toMatchObject({
      priced: true,
      total: '0.132',
      quantities: { input: 600, cacheRead: 400, output: 2_000 },
      warnings: [],
    });
  });

  it('carries the warnings of the report and of the price', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 3 };
    const bill = costOfUsage(usage, { model: 'o1' });
    expect(bill.warnings.map(({ code }) => code)).toEqual(['usage-total-mismatch', 'deprecated']);
  });
});
