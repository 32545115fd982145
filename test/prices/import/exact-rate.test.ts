import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactRate } from '../../../src/prices/import/exact-rate.js';

const token = (value: unknown) => exactRate({ meter: 'input', value, per: 1, path: '' });
const million = (value: unknown) => exactRate({ meter: 'input', value, per: 1_000_000, path: '' });

describe('exactRate', () => {
  it.each<[unknown, string]>([
    [1.5e-7, '0.15'],
    [0.0000025, '2.5'],
    ['0.00000055', '0.55'],
    [3.625e-9, '0.003625'],
    [5.46875e-7, '0.546875'],
    [0, '0'],
    ['0', '0'],
  ])('reads %s a token exactly', (value, rate) => {
    expect(token(value)).toMatchObject({ rate });
    expect(token(value)?.snapped).toBeUndefined();
  });

  it.each<[unknown, string, string]>([
    [1.5000999999999998e-7, '0.15001', 'noise of floats'],
    ['0.00000100000000000000015', '1', 'noise of floats'],
    ['0.00000008333333333333334', '1/12', 'a fraction'],
    [1.23456789e-7, '0.123457', 'rounded to 12 decimals of a unit'],
  ])('says why %s a token becomes %s', (value, rate, why) => {
    expect(token(value)).toMatchObject({ rate, snapped: { why } });
  });

  it('keeps a twelfth of a dollar a million as a twelfth', () => {
    expect(million(0.08333333333333334)).toMatchObject({ rate: '1/12' });
  });

  it('turns a price of one search into one of a thousand', () => {
    expect(exactRate({ meter: 'webSearch', value: '0.014', per: 1, path: '' })).toMatchObject({ rate: '14' });
  });

  it.each([Number.NaN, Infinity, '', 'free', '1/2', '0x10', null, {}, [], true, '1e9999', 1e-30])(
    '%s is no price',
    (value) => {
      expect(token(value)).toBeUndefined();
    },
  );

  it('is exact for every whole number of picodollars, as text and as the JSON number that prints it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (picodollars) => {
        const text = `0.${String(picodollars).padStart(12, '0')}`;
        for (const value of [text, JSON.parse(text)]) {
          const found = token(value)!;
          expect(found.snapped).toBeUndefined();
          // A million times as much: the point moves six places.
          expect(found.value).toEqual({
            n: BigInt(picodollars) / gcd(BigInt(picodollars), 1_000_000n),
            d: 1_000_000n / gcd(BigInt(picodollars), 1_000_000n),
          });
        }
      }),
    );
  });
});

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
