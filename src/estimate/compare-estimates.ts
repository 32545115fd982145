import type { Currency } from '../meters/index.js';
import { compare, rational } from '../money/index.js';
import type { Estimate, PricedEstimate } from './types.js';

/**
 * Estimates in order of their likely cost, cheapest first.
 *
 * Only one currency can be ranked: US dollars, or the first met where nothing is priced in them. Others follow, each ranked among
 * themselves; what has no price comes last, in the order given.
 */
export function rankedEstimates(estimates: readonly Estimate[]): Estimate[] {
  const priced = estimates.filter((estimate) => estimate.priced);
  const currencies = [...new Set<Currency>(['USD', ...priced.map(({ currency }) => currency)])];
  const ranked = currencies.flatMap((currency) =>
    cheapestFirst(priced.filter((each) => each.currency === currency)),
  );
  return [...ranked, ...estimates.filter((estimate) => !estimate.priced)];
}

function cheapestFirst(estimates: readonly PricedEstimate[]): PricedEstimate[] {
  return [...estimates].sort((a, b) => compare(rational(a.cost.likely), rational(b.cost.likely)));
}
