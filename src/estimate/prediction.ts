import { middle } from './middle.js';

/** Where a next value is expected, and likely. */
export interface Prediction {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** So many standard deviations on either side of the mean, and as many more, divided, where few values are known. */
const SPREAD = 2;
const SPREAD_OF_FEW = 3;

/**
 * Where a next value is expected: from the lowest to the highest there was, or as far from their mean as nineteen of twenty go.
 *
 * @param seen - Values, each between two ends: at least two.
 */
export function prediction(seen: readonly Prediction[]): Prediction {
  const values = seen.map(({ likely }) => likely);
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1);
  const deviations = SPREAD + SPREAD_OF_FEW / (values.length - 1);
  const reach = deviations * Math.sqrt(variance * (1 + 1 / values.length));
  return {
    low: Math.min(mean - reach, ...seen.map(({ low }) => low)),
    likely: middle(values),
    high: Math.max(mean + reach, ...seen.map(({ high }) => high)),
  };
}

/** The nearest number that is not below `low` and not above `high`. */
export function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
