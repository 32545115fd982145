import {
  asCounted,
  dearestEstimate,
  type EstimateRequest,
  type Estimator,
  largestWhere,
  type PricedEstimate,
} from '../estimate/index.js';
import { picosOf } from './picos.js';
import type { Picos } from './store.js';

/**
 * The longest answer that so much money pays for, all else equal.
 *
 * Searched, not divided: prices may step with size, and then no single rate exists. The prompt is not counted again.
 *
 * @param request - The call that is too expensive.
 * @param estimate - Its estimate.
 * @param money - What there is.
 * @param tooMuch - An answer this long is known to be too much.
 * @param estimator - What prices it.
 *
 * @returns Tokens for each of the call's answers; 0 when not even the input is paid for.
 */
export async function affordableOutput(
  request: EstimateRequest,
  estimate: PricedEstimate,
  money: Picos,
  tooMuch: number,
  estimator: Estimator,
): Promise<number> {
  const counted = asCounted(request, estimate);
  const fits = async (max: number): Promise<boolean> => {
    const tried = await dearestEstimate({ ...counted, output: { max } }, estimator);
    return tried.priced && picosOf(tried.cost.high, 'up') <= money;
  };
  return largestWhere(fits, tooMuch - 1);
}
