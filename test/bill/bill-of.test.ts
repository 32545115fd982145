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
      lines: [{ meter: 'input', quantity: 1, amount: '0.00015' }],
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
