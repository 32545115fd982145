import { PromptCostError } from '../errors/index.js';
import {
  checkEstimator,
  checkRequest,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  type PricedEstimate,
} from '../estimate/index.js';
import { moneyText } from './money-text.js';
import { decimalOf, limitOf } from './picos.js';
import { worstCase } from './worst-case.js';

/**
 * The estimate of a call that may not cost more than a limit, even at its highest.
 *
 * @param request - The call.
 * @param limit - US dollars, as a decimal string with at most 12 decimals.
 * @param estimator - What prices it. Default: bundled prices and encodings.
 *
 * @returns The estimate. Throws `over-budget` with both numbers, or `unpriced`.
 *
 * @example
 * ```ts
 * // 10 × $15/M + 8 × $60/M = $0.00015 + $0.00048
 * await assertWithinBudget({ model: 'o1', input: 10, output: 8, at: '2025-01-27' }, '0.0001');
 * // throws: o1 would cost up to $0.00063, over the $0.0001 budget.
 * ```
 */
export async function assertWithinBudget(
  request: EstimateRequest,
  limit: string,
  estimator: Estimator = createEstimator(),
): Promise<PricedEstimate> {
  checkRequest(request);
  checkEstimator(estimator);
  const most = limitOf(limit, 'The limit');
  const { amount, estimate } = await worstCase(request, estimator);
  if (amount <= most) return estimate;
  const [cost, budget] = [estimate.cost.high, decimalOf(most)].map((money) => moneyText(money, 'USD'));
  throw new PromptCostError(
    'over-budget',
    `${estimate.requested} would cost up to ${cost}, over the ${budget} budget.`,
  );
}
