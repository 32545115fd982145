import { PromptCostError } from '../errors/index.js';
import { dearestEstimate, type EstimateRequest, type Estimator } from '../estimate/index.js';
import { type Quote, quote } from './quote.js';

/**
 * The most that a call may cost in US dollars, demanded.
 *
 * @param request - The call.
 * @param estimator - What prices it.
 *
 * @returns The quote; throws `unpriced` where there is none, since neither "it fits" nor "it does not" would be true.
 */
export async function worstCase(
  request: EstimateRequest,
  estimator: Estimator,
): Promise<Extract<Quote, { ok: true }>> {
  const quoted = quote(request, await dearestEstimate(request, estimator), 'USD');
  if (quoted.ok) return quoted;
  throw new PromptCostError('unpriced', quoted.message);
}
