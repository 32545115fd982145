import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import type { Quantities } from '../../src/meters/index.js';
import type { Conditions } from '../../src/models/index.js';
import { add, rational, toDecimal } from '../../src/money/index.js';
import { type RuleData, type SellerFile, withPrices } from '../../src/prices/schema.js';

/** A made-up list with brackets; no seller of tokens is known to have one. */
const bracketed: SellerFile = {
  seller: 'openai',
  currency: 'USD',
  sources: { test: { ref: 'this test', date: '2026-01-01' } },
  rules: {
    'beyond 100': {
      kind: 'replace',
      scope: 'marginal',
      when: { promptTokens: { gt: 100 } },
      rates: { input: '2', cacheRead: '1' },
    },
    'from 201 on': {
      kind: 'replace',
      scope: 'marginal',
      when: { promptTokens: { gte: 201 } },
      rates: { input: '1' },
    },
    'long replies': {
      kind: 'replace',
      scope: 'marginal',
      when: { outputTokens: { gt: 10 } },
      rates: { output: '20' },
    },
    batch: { kind: 'multiply', when: { serviceTier: ['batch'] }, by: '1/2' },
  },
  offers: [
    {
      model: 'o1',
      periods: [
        {
          from: null,
          rates: { input: '4', cacheRead: '3', output: '30' },
          rules: ['beyond 100', 'from 201 on', 'long replies', 'batch'],
          sources: ['test'],
          checked: '2026-01-01',
        },
      ],
    },
  ],
};
const { billOf } = createBiller({ prices: withPrices(bracketed), now: () => new Date('2026-01-02') });

function lines(quantities: Quantities, more: Conditions = {}): string[] {
  const bill = billOf(quantities, { model: 'o1', ...more });
  if (!bill.priced) throw new Error(bill.price.message);
  return bill.lines.map(({ meter, quantity, rate }) => `${meter} ${quantity} × ${rate}`);
}

describe('marginal tiers', () => {
  it('bill only the tokens beyond their bound at their rates', () => {
    expect(lines({ input: 100 })).toEqual(['input 100 × 4']);
    expect(lines({ input: 101 })).toEqual(['input 100 × 4', 'input 1 × 2']);
    expect(lines({ input: 201 })).toEqual(['input 100 × 4', 'input 100 × 2', 'input 1 × 1']);
  });

  it('count cached tokens first, since they begin the prompt', () => {
    expect(lines({ input: 60, cacheRead: 60 })).toEqual(['input 40 × 4', 'input 20 × 2', 'cacheRead 60 × 3']);
    expect(lines({ input: 10, cacheRead: 150 })).toEqual([
      'input 10 × 2',
      'cacheRead 100 × 3',
      'cacheRead 50 × 1',
    ]);
  });

  it('cut a reply on its own, thoughts first and at the rate of output', () => {
    expect(lines({ input: 150, reasoning: 8, output: 4 })).toEqual([
      'input 100 × 4',
      'input 50 × 2',
      'output 2 × 30',
      'output 2 × 20',
      'reasoning 8 × 30',
    ]);
  });

  it('are multiplied like any other rate', () => {
    expect(lines({ input: 101 }, { serviceTier: 'batch' })).toEqual(['input 100 × 2', 'input 1 × 1']);
  });

  it('never make a jump: one more token costs at most the dearest rate more', () => {
    const total = (input: number): string => {
      const bill = billOf({ input }, { model: 'o1' });
      return bill.priced ? bill.total : bill.price.reason;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (input) => {
        const rate = input < 100 ? '0.000004' : input < 200 ? '0.000002' : '0.000001';
        expect(total(input + 1)).toBe(toDecimal(add(rational(total(input)), rational(rate))));
      }),
    );
  });

  it.each<[string, RuleData['when']]>([
    ['no bound', { thinking: true }],
    ['an upper bound', { promptTokens: { lt: 100 } }],
    ['two bounds', { promptTokens: { gt: 1, lte: 100 } }],
    ['two sides', { promptTokens: { gt: 1 }, outputTokens: { gt: 1 } }],
  ])('are refused with %s', (_, when) => {
    const rules = { b: { kind: 'replace', scope: 'marginal', when, rates: { input: '1' } } } as const;
    const { offers, ...rest } = bracketed;
    const periods = [{ ...offers[0]!.periods[0]!, rules: ['b'] }];
    expect(() => withPrices({ ...rest, rules, offers: [{ model: 'o1', periods }] })).toThrow(
      'These prices cannot be used: rules.b: a marginal rule has one bound: gt or gte, of promptTokens or of outputTokens.',
    );
  });
});
