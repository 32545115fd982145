import type { ModelId } from '../models/index.js';
import type { Encoding, Token } from '../tokenize/index.js';
import { createEstimator } from './create-estimator.js';
import type { Estimate, EstimateRequest, PromptRequest, TokenCount } from './types.js';

export function estimateCost(request: EstimateRequest): Promise<Estimate> {
  return createEstimator().estimateCost(request);
}
export function estimateCostSync(request: EstimateRequest): Estimate {
  return createEstimator().estimateCostSync(request);
}
export function compareCosts(
  request: Omit<EstimateRequest, 'model'>,
  models: readonly ModelId[],
): Promise<Estimate[]> {
  return createEstimator().compareCosts(request, models);
}
export function countTokens(input: string | PromptRequest, model: ModelId): Promise<TokenCount> {
  return createEstimator().countTokens(input, model);
}
export function tokenize(text: string, model: ModelId): Promise<Token[]> {
  return createEstimator().tokenize(text, model);
}
export function encodingFor(model: ModelId): Promise<Encoding> {
  return createEstimator().encodingFor(model);
}
