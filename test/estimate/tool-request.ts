import {
  createEstimator,
  type Estimate,
  type EstimateRequest,
  type Estimator,
  type PricedEstimate,
  type TokenRange,
} from '../../src/estimate/index.js';

export const estimator: Estimator = createEstimator({ now: () => new Date('2026-11-01T00:00:00Z') });

export const search = { type: 'web_search_20250305', name: 'web_search' };

/** A short call to Claude, but for some parts. */
export function toolRequest(parts: Partial<EstimateRequest>): EstimateRequest {
  return {
    model: 'claude-sonnet-4-6',
    messages: [{ role: 'user', content: 'Why is the sky blue?' }],
    output: 500,
    ...parts,
  };
}

export async function estimated(parts: Partial<EstimateRequest>): Promise<PricedEstimate> {
  const estimate = await estimator.estimateCost(toolRequest(parts));
  if (!estimate.priced) throw new Error(estimate.price.message);
  return estimate;
}

/** What is sent, without what the provider's tools add. */
export async function counted(parts: Partial<EstimateRequest>): Promise<TokenRange> {
  const { model, messages, tools } = toolRequest(parts);
  const { low, tokens, high } = await estimator.countTokens({ messages, tools }, model);
  return { low, likely: tokens, high };
}

export function codes({ warnings }: Estimate): string[] {
  return warnings.map(({ code }) => code);
}
