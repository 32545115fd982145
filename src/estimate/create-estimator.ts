import type { Estimator, EstimatorOptions } from './types.js';

export function createEstimator(_options: EstimatorOptions = {}): Estimator {
  throw new Error('not built yet');
}
