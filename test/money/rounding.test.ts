import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  fromSteps,
  ratio,
  rational,
  rounded,
  subtract,
  toDecimal,
  toExact,
  toSteps,
} from '../../src/money/index.js';

const anyAmount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => ratio(n, d));

describe('toDecimal', () => {
  it('gives every digit of a finite decimal, also beyond 18 places', () => {
    expect(toDecimal(rational('2.190'))).toBe('2.19');
    expect(toDecimal(rational('60'))).toBe('60');
    expect(toDecimal(rational('0'))).toBe('0');
    expect(toDecimal(rational('-0.05'))).toBe('-0.05');
    expect(toDecimal(rational('0.000000000000000000001'))).toBe('0.000000000000000000001');
  });

  it('rounds an endless decimal half-even at 18 places', () => {
    expect(toDecimal(rational('1/12'))).toBe('0.083333333333333333');
    expect(toDecimal(rational('2/3'))).toBe('0.666666666666666667');
    expect(toDecimal(rational('1/3'), 2)).toBe('0.33');
  });

  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(40), (steps, places) => {
        const amount = fromSteps(steps, places);
        expect(rational(toDecimal(amount))).toEqual(amount);
      }),
    );
  });

  it('keeps a fraction as a fraction where exactness is asked for', () => {
    expect(toExact(rational('1/12'))).toBe('1/12');
    expect(toExact(rational('0.0036250'))).toBe('0.003625');
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(rational(toExact(amount))).toEqual(amount);
      }),
    );
  });
});

describe('rounding', () => {
  it('goes to the even step on a tie', () => {
    expect(toSteps(rational('0.5'), 0, 'half-even')).toBe(0n);
    expect(toSteps(rational('1.5'), 0, 'half-even')).toBe(2n);
    expect(toSteps(rational('2.5'), 0, 'half-even')).toBe(2n);
    expect(toSteps(rational('2.51'), 0, 'half-even')).toBe(3n);
  });

  it('treats an amount below zero as the same line of numbers', () => {
    expect(toSteps(rational('-0.5'), 0, 'half-even')).toBe(0n);
    expect(toSteps(rational('-1.5'), 0, 'half-even')).toBe(-2n);
    expect(toSteps(rational('-1.2'), 0, 'up')).toBe(-1n);
    expect(toSteps(rational('-2'), 0, 'up')).toBe(-2n);
  });

  it('goes up to the next step, and stays on a step', () => {
    expect(toSteps(rational('1/3'), 12, 'up')).toBe(333_333_333_334n);
    expect(toSteps(rational('0.000000000001'), 12, 'up')).toBe(1n);
    expect(toDecimal(rounded(rational('0.0000000000001'), 12, 'up'))).toBe('0.000000000001');
  });

  it('moves an amount by less than a step, and never down when it goes up', () => {
    fc.assert(
      fc.property(anyAmount, fc.nat(15), (amount, places) => {
        const step = fromSteps(1n, places);
        const up = subtract(rounded(amount, places, 'up'), amount);
        expect(up.n >= 0n && compare(up, step) < 0).toBe(true);
        const near = subtract(rounded(amount, places, 'half-even'), amount);
        expect(
          compare({ n: near.n < 0n ? -near.n : near.n, d: near.d }, fromSteps(5n, places + 1)) <= 0,
        ).toBe(true);
      }),
    );
  });
});
