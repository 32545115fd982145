import {
  checkEstimator,
  checkRequest,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  largestWhere,
} from '../estimate/index.js';
import { isDiscounted } from './is-discounted.js';
import { limitOf } from './picos.js';
import type { Picos } from './store.js';
import { worstCase } from './worst-case.js';

// Below so many UTF-16 units, searching for the limit takes longer than counting.
const LONG = 10_000;
// A text with fewer letters for each affordable token than this probably fits, and is counted once, in full.
const LETTERS_PER_TOKEN = 4;
// No token of a byte-level vocabulary is shorter than one byte, and no UTF-16 unit longer than three bytes in UTF-8.
const TOKENS_PER_UNIT = 3;

/**
 * Whether a call stays within a limit even at its highest cost.
 *
 * A long prompt is counted only up to the tokens that the limit pays for: a book is refused as quickly as a page.
 *
 * @param request - The call.
 * @param limit - US dollars, as a decimal string with at most 12 decimals.
 * @param estimator - What prices it. Default: bundled prices and encodings. With your own, which may count by another rule, the
 * whole prompt is counted.
 *
 * @returns Whether it fits. Throws `unpriced` where no price is known.
 *
 * @example
 * ```ts
 * const request = { model: 'o1', input: 1_000, output: 500, at: '2025-01-27' };
 * // 1,000 × $15/M + 500 × $60/M = $0.045
 * await fitsBudget(request, '0.05'); // true
 * await fitsBudget(request, '0.04'); // false
 * ```
 */
export async function fitsBudget(
  request: EstimateRequest,
  limit: string,
  estimator?: Estimator,
): Promise<boolean> {
  checkRequest(request);
  if (estimator !== undefined) checkEstimator(estimator);
  const most = limitOf(limit, 'The limit');
  if (!estimator && (await isTooLong(request, most))) return false;
  const { amount } = await worstCase(request, estimator ?? createEstimator());
  return amount <= most;
}

// True only when the text's tokens alone, without the framing around them, cost more than the limit.
async function isTooLong(request: EstimateRequest, most: Picos): Promise<boolean> {
  const { prompt, encoding, ...rest } = request;
  if (typeof prompt !== 'string' || prompt.length < LONG) return false;
  const { input, cachedInput, system, tools, responseFormat } = request;
  const isMore = [input, cachedInput, system, tools, responseFormat].some(
    (each) => (each ?? undefined) !== undefined,
  );
  if (isMore) return false;
  const estimator = createEstimator();
  const withInput = (input: number): ReturnType<typeof worstCase> => worstCase({ ...rest, input }, estimator);
  const longest = prompt.length * TOKENS_PER_UNIT;
  const affordable = await largestWhere(async (input) => (await withInput(input)).amount <= most, longest);
  if (affordable * LETTERS_PER_TOKEN >= prompt.length) return false;
  const [large, small] = [await withInput(longest), await withInput(affordable)];
  // Then only the whole count decides.
  if (isDiscounted(large.estimate.price, small.estimate.price)) return false;
  const counter = encoding ?? (await estimator.encodingFor(request.model));
  return counter.countUpTo(prompt, affordable) === undefined;
}
