import { PromptCostError } from '../errors/index.js';
import type { Estimate, EstimateRequest, Estimator, PricedEstimate } from '../estimate/index.js';

/** The estimate of a call, demanded: throws `unpriced` with the reason where there is no price, since a plan without one says nothing. */
export async function demandPrice(estimator: Estimator, request: EstimateRequest): Promise<PricedEstimate> {
  return priced(await estimator.estimateCost(request));
}

function priced(estimate: Estimate): PricedEstimate {
  if (estimate.priced) return estimate;
  throw new PromptCostError('unpriced', estimate.price.message);
}
