import type { Unpriced } from '../bill/index.js';
import type { Estimate, EstimateRequest, PricedEstimate } from '../estimate/index.js';
import type { Currency } from '../meters/index.js';
import { picosOf } from './picos.js';
import type { Picos } from './store.js';
import type { Unpriceable } from './types.js';

/** What a call may cost at most, or why that cannot be said. */
export type Quote =
  | {
      readonly ok: true;
      readonly estimate: PricedEstimate;
      /** The highest cost, rounded up. */
      readonly amount: Picos;
      /** The longest answer that the amount covers, for each of the call's answers. */
      readonly maxOutputTokens: number;
    }
  | {
      readonly ok: false;
      readonly unpriceable: Unpriceable;
      readonly message: string;
      readonly price?: Unpriced;
    };

/**
 * An estimate read as a worst case.
 *
 * @param request - What was estimated.
 * @param estimate - Its estimate.
 * @param currency - The currency in which a limit is set.
 *
 * @returns The most it may cost. An answer without any bound has no worst case and is not quoted, nor is a tool of
 * the provider without one.
 */
export function quote(request: EstimateRequest, estimate: Estimate, currency: Currency): Quote {
  const name = estimate.requested;
  if (!estimate.priced) {
    const { price } = estimate;
    return { ok: false, unpriceable: 'no-price', message: price.message, price };
  }
  if (estimate.currency !== currency) {
    const message = `${name} is priced in ${estimate.currency}, and the limit is in ${currency}. Choose a provider that bills in ${currency}.`;
    return { ok: false, unpriceable: 'other-currency', message };
  }
  const maxOutputTokens = statedOutput(request) ?? longestOutput(request, estimate);
  if (maxOutputTokens === undefined) {
    const message = `The longest answer of ${name} is not known, so neither is its highest cost. State one: output: { max: 1000 }.`;
    return { ok: false, unpriceable: 'no-output-limit', message };
  }
  const unbounded = estimate.warnings.find(({ code }) => code === 'server-tool-unbounded');
  if (unbounded) return { ok: false, unpriceable: 'no-tool-limit', message: unbounded.message };
  return { ok: true, estimate, amount: picosOf(estimate.cost.high, 'up'), maxOutputTokens };
}

function statedOutput({ output }: EstimateRequest): number | undefined {
  return typeof output === 'number' ? output : output?.max;
}

// Where the request is silent, the estimate's high output is the model's own maximum, over all choices; where no maximum is known
// either, it is no more than what the request expects, and so no bound.
function longestOutput(request: EstimateRequest, { tokens }: PricedEstimate): number | undefined {
  const expected = (typeof request.output === 'object' && request.output.expected) || 0;
  const longest = Math.floor((tokens?.output.high ?? 0) / (request.choices ?? 1));
  return longest > expected ? longest : undefined;
}
