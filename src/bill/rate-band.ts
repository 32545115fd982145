import type { Meter } from '../meters/index.js';
import { compare, type Rational, toExact } from '../money/index.js';
import type { PricesInForce, Rates } from '../prices/index.js';
import type { RateBand } from './types.js';

/**
 * The lowest and the highest rate of each meter among several prices.
 *
 * @param prices - Prices of one offer at several hours.
 *
 * @returns Both, as they are printed.
 */
export function rateBand(prices: readonly PricesInForce[]): RateBand {
  return { low: extremes(prices, -1), high: extremes(prices, 1) };
}

function extremes(prices: readonly PricesInForce[], sign: 1 | -1): Rates {
  const found = new Map<Meter, Rational>();
  for (const { rates, brackets } of prices) {
    for (const [meter, rate] of [rates, ...brackets.map((each) => each.rates)].flatMap((map) => [...map])) {
      const best = found.get(meter);
      if (!best || compare(rate, best) * sign > 0) found.set(meter, rate);
    }
  }
  return Object.fromEntries([...found].map(([meter, rate]) => [meter, toExact(rate)]));
}
