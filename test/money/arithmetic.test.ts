import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  isZero,
  multiply,
  type Rational,
  ratio,
  rational,
  subtract,
} from '../../src/money/index.js';

const anyRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => ratio(n, d));

describe('rational', () => {
  it('reads decimals, fractions, exponents, numbers and bigints exactly', () => {
    expect(rational('0.003625')).toEqual({ n: 29n, d: 8000n });
    expect(rational('2/24')).toEqual({ n: 1n, d: 12n });
    expect(rational('1e-7')).toEqual({ n: 1n, d: 10_000_000n });
    expect(rational('2.5E3')).toEqual({ n: 2500n, d: 1n });
    expect(rational(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
    expect(rational(0.1)).toEqual({ n: 1n, d: 10n });
    expect(rational(7n)).toEqual({ n: 7n, d: 1n });
    expect(rational('-0.50')).toEqual({ n: -1n, d: 2n });
    expect(rational(-0)).toEqual({ n: 0n, d: 1n });
  });

  it.each(['', ' 1', '1.', '.5', '+1', '1,5', '0x10', '1/0', '1/-2', 'NaN', '1e99999', '9'.repeat(500)])(
    'refuses %j',
    (text) => {
      expect(() => rational(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    },
  );

  it.each([Number.NaN, Infinity, -Infinity])('refuses the number %d', (number) => {
    expect(() => rational(number)).toThrow(/is not an amount/);
  });
});

describe('arithmetic', () => {
  it('has no denominator of zero or below', () => {
    expect(() => ratio(1n, 0n)).toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: A denominator must be above 0, not 0.]`,
    );
    expect(() => ratio(1n, -2n)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('is exact where doubles are not', () => {
    // 0.1 + 0.2, which is 0.30000000000000004 in doubles
    expect(add(rational('0.1'), rational('0.2'))).toEqual(rational('0.3'));
    // 3,000,000 × (1/12) / 1,000,000 = 1/4
    expect(multiply(rational('1/12'), rational(3))).toEqual(rational('0.25'));
  });

  it('obeys the laws of addition and multiplication', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(isZero(subtract(a, a))).toBe(true);
      }),
    );
  });

  it('orders amounts as subtraction does', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const { n } = subtract(a, b);
        expect(compare(a, b)).toBe(n < 0n ? -1 : n > 0n ? 1 : 0);
      }),
    );
  });
});
