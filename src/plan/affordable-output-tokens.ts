import {
  asCounted,
  checkEstimator,
  checkRequest,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  largestWhere,
} from '../estimate/index.js';
import { modelRecord } from '../models/index.js';
import { compare, rational } from '../money/index.js';
import { demandPrice } from './demand-price.js';
import { moneyLimit } from './money-limit.js';

const LONGEST = 10_000_000; // tokens, where a model's own maximum is not known: more than any has

/**
 * The longest answer that so much money pays for, at the call's highest cost.
 *
 * Searched, not divided: where prices step with size no single rate exists.
 *
 * @param request - The call; its own `output` is not read.
 * @param limit - Money, in the currency of the model's price: `"0.05"`.
 * @param estimator - Default: bundled prices and the system's clock.
 *
 * @returns Tokens for each of the call's answers, at most the model's own maximum; 0 when not even the input is paid for. Throws
 * `unpriced` where the model has no price.
 *
 * @example
 * ```ts
 * // $0.05 − 1,000 × $15/M = $0.035, at $60/M
 * await affordableOutputTokens({ model: 'o1', input: 1_000, at: '2025-01-27' }, '0.05'); // 583
 * ```
 */
export async function affordableOutputTokens(
  request: EstimateRequest,
  limit: string,
  estimator: Estimator = createEstimator(),
): Promise<number> {
  checkRequest(request);
  checkEstimator(estimator);
  const most = moneyLimit(limit);
  const estimate = await demandPrice(estimator, { ...request, output: 0 });
  const counted = asCounted(request, estimate);
  const fits = async (max: number): Promise<boolean> => {
    const { cost } = await demandPrice(estimator, { ...counted, output: { max } });
    return compare(rational(cost.high), most) <= 0;
  };
  const record = modelRecord(estimate.model);
  return largestWhere(fits, record?.maxOutput ?? record?.contextWindow ?? LONGEST);
}
