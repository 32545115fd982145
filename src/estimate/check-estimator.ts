import { checkFields } from '../errors/index.js';
import type { Estimator } from './types.js';

/** Refuses, at a door, what is no estimator. */
export function checkEstimator(estimator: unknown): asserts estimator is Estimator {
  checkFields('estimator', estimator, {
    estimateCost: 'function',
    compareCosts: 'function',
    costOfUsage: 'function',
  });
}
