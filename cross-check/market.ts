import type { Meter } from '../src/meters/index.js';
import { add, compare, isZero, multiply, type Rational, ratio, rational } from '../src/money/index.js';
import { dearest } from '../src/prices/dearest.js';
import type { Case, ListedPrice } from './compare.js';
import vouched from './vouched.json' with { type: 'json' };

/** So far from the middle of the lists a price may be that no list has. */
const TWICE = ratio(2n, 1n);
const HALF = ratio(1n, 2n);

/** What all lists together say a model costs. */
export interface Market {
  /**
   * Whether our price is within twice and half of the median of the lists, of the same seller, else of any; or a person looked at its
   * evidence and vouched for that very number.
   */
  isPlausible(disagreement: Case): boolean;
}

/**
 * What all lists together say.
 *
 * @param prices - All that they list. What is free, or of another unit, says nothing.
 */
export function createMarket(prices: readonly ListedPrice[]): Market {
  const values = new Map<string, Rational[]>();
  for (const { provider, model, listed } of prices) {
    for (const [meter, { value }] of listed) {
      if (isZero(value) || compare(value, dearest(meter)) > 0) continue;
      for (const key of [keyOf(model, meter, provider), keyOf(model, meter)]) {
        values.set(key, [...(values.get(key) ?? []), value]);
      }
    }
  }
  return {
    isPlausible({ provider, model, meter, ours }) {
      if (isVouchedFor(provider, model, meter, ours)) return true;
      const all = values.get(keyOf(model, meter, provider)) ?? values.get(keyOf(model, meter));
      if (!all) return false;
      const [price, middle] = [rational(ours), median(all)];
      return compare(price, multiply(middle, TWICE)) <= 0 && compare(multiply(price, TWICE), middle) >= 0;
    },
  };
}

/** Our prices that are far from the lists, and what speaks for each. */
export const VOUCHED: readonly Vouched[] = vouched;

function isVouchedFor(provider: string, model: string, meter: Meter, ours: string): boolean {
  return VOUCHED.some(
    (each) => each.provider === provider && each.model === model && each.ours[meter] === ours,
  );
}

export interface Vouched {
  readonly provider: string;
  readonly model: string;
  readonly ours: Readonly<Partial<Record<Meter, string>>>;
  /** What speaks for it: a sentence or two. */
  readonly because: string;
}

function keyOf(model: string, meter: Meter, provider = 'any'): string {
  return `${provider} ${model} ${meter}`;
}

function median(values: readonly Rational[]): Rational {
  const sorted = [...values].sort(compare);
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return multiply(add(low, high), HALF);
}
