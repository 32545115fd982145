import { describe, expect, it } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import type { Quantities } from '../../src/meters/index.js';
import type { Conditions } from '../../src/models/index.js';
import { withPrices } from '../../src/prices/schema.js';

const { billOf } = createBiller({ now: () => new Date('2026-11-24T05:00:00Z') });
const MILLION_EACH = { input: 1_000_000, output: 1_000_000 };

/** What some quantities cost, at an instant. By default a million tokens in and a million out. */
function total(
  model: string,
  at: string | undefined,
  quantities: Quantities = MILLION_EACH,
  more: Conditions = {},
): string {
  const bill = billOf(quantities, { model, at, ...more });
  return bill.priced ? bill.total : bill.price.reason;
}

describe('DeepSeek', () => {
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
    [undefined, 'retired'], // today
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

  it('moved its aliases and R1 to a new list at 16:00Z of one day', () => {
    expect(total('deepseek-r1', '2025-09-05T15:59:59.999Z')).toBe('2.74');
    expect(total('deepseek-r1', '2025-09-05T16:00Z')).toBe('retired');
    expect(total('deepseek-chat', '2025-02-08T15:59:59Z')).toBe('0.42'); // 0.14 + 0.28
    expect(total('deepseek-chat', '2025-02-08T16:00Z')).toBe('1.37'); // 0.27 + 1.10
  });

  it('changes by the minute around its night, and around its day of two halves', () => {
    expect(total('deepseek-r1', '2025-06-01T16:29:59Z')).toBe('2.74');
    expect(total('deepseek-r1', '2025-06-01T16:30Z')).toBe('0.685');
    expect(total('deepseek-r1', '2025-06-02T00:29:59Z')).toBe('0.685');
    expect(total('deepseek-r1', '2025-06-02T00:30Z')).toBe('2.74');
    expect(total('deepseek-v4-pro', '2026-08-16T15:59:59Z')).toBe('1.305');
    expect(total('deepseek-v4-pro', '2026-08-16T16:00Z')).toBe('2.64'); // midnight in Beijing
    expect(total('deepseek-v4-pro', '2026-10-07T02:00Z')).toBe('2.64'); // the last day of the National Day holidays
    expect(total('deepseek-v4-pro', '2026-10-08T02:00Z')).toBe('5.28');
  });
});

describe('OpenAI', () => {
  it('cut o3 by four fifths, cached input with it', () => {
    expect(total('o3', '2025-06-09T23:59:59Z', { cacheRead: 1_000_000 })).toBe('2.5');
    expect(total('o3', '2025-06-10', { cacheRead: 1_000_000 })).toBe('0.5');
    expect(total('o3', '2025-06-09')).toBe('50');
    expect(total('o3', '2025-06-10')).toBe('10');
  });

  it('cut the 5.6 family within weeks', () => {
    const out = { output: 1_000_000 };
    expect(total('gpt-5.6-sol', '2026-08-20T23:59:59Z', out)).toBe('30');
    expect(total('gpt-5.6-sol', '2026-08-21', out)).toBe('20');
    expect(total('gpt-5.6-luna', '2026-07-29', out)).toBe('6');
    expect(total('gpt-5.6-luna', '2026-07-30', out)).toBe('1.2');
  });

  it('bills the whole request at the tier of its size, to the token, in Europe and at flex', () => {
    const flexEu = { serviceTier: 'flex', region: 'eu' } as const;
    // 271,999 × $5/M × 1/2 × 1.1 and 272,000 × $10/M × 1/2 × 1.1
    expect(total('gpt-5.6-sol', '2026-08-01', { input: 271_999 }, flexEu)).toBe('0.74799725');
    expect(total('gpt-5.6-sol', '2026-08-01', { input: 272_000 }, flexEu)).toBe('1.496');
    // gpt-6 counts exactly 272,000 as short
    expect(total('gpt-6-sol', '2026-11-01', { input: 200_000, cacheRead: 72_000 })).toBe('0.4144');
    expect(total('gpt-6-sol', '2026-11-01', { input: 200_001, cacheRead: 72_000 })).toBe('0.828804');
  });
});

describe('Anthropic', () => {
  it('bills Haiku 5.5 five times as high from token 100,001 on, for the whole request', () => {
    // 100,000 × $0.10/M + 10 × $0.50/M, and 60,000 × $0.50/M + 40,001 × $0.05/M + 10 × $2.50/M
    expect(total('claude-haiku-5-5', '2026-11-01', { input: 100_000, output: 10 })).toBe('0.010005');
    expect(total('claude-haiku-5-5', '2026-11-01', { input: 60_000, cacheRead: 40_001, output: 10 })).toBe(
      '0.03202505',
    );
  });

  it('called off the rise of Sonnet 5', () => {
    expect(total('claude-sonnet-5', '2026-08-31T23:59:59Z')).toBe('12');
    expect(total('claude-sonnet-5', '2026-09-01')).toBe('12');
  });
});

describe('Google', () => {
  it.each(['gemini-3.6-flash', 'gemini-3.7-flash', 'gemini-3.8-flash'])(
    'ends the promotion of %s',
    (model) => {
      expect(total(model, '2026-12-31T23:59:59Z')).toBe('4.5'); // 0.75 + 3.75
      expect(total(model, '2027-01-01')).toBe('9'); // 1.50 + 7.50
    },
  );

  it('stores two million cached tokens for an hour', () => {
    expect(total('gemini-3.8-flash', '2026-11-23', { cacheStorageTokenHour: 2_000_000 })).toBe('1');
  });
});

describe('Z.ai', () => {
  it('ended the promotion of GLM-5.3-Flash at midnight in Beijing', () => {
    expect(total('glm-5.3-flash', '2026-09-09T15:59:59Z')).toBe('0.325');
    expect(total('glm-5.3-flash', '2026-09-09T16:00Z')).toBe('0.65');
  });
});

describe('a rate without a finite decimal', () => {
  it('is kept as a fraction: three million tokens at a twelfth are exactly a quarter', () => {
    const twelfth = withPrices({
      seller: 'openai',
      currency: 'USD',
      sources: { test: { ref: 'this test', date: '2026-01-01' } },
      offers: [
        {
          model: 'o1',
          periods: [{ from: null, rates: { cacheWrite: '1/12' }, sources: ['test'], checked: '2026-01-01' }],
        },
      ],
    });
    const { billOf: bill } = createBiller({ prices: twelfth });
    expect(bill({ cacheWrite: 3_000_000 }, { model: 'o1' })).toMatchObject({ priced: true, total: '0.25' });
  });
});
