import { PromptCostError } from '../errors/index.js';
import {
  checkEstimator,
  checkRequest,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  type PricedEstimate,
} from '../estimate/index.js';
import { compare, rational } from '../money/index.js';
import { demandPrice } from './demand-price.js';
import { fewerMessages } from './fewer-messages.js';
import { moneyLimit } from './money-limit.js';
import { shorterPrompt } from './shorter-prompt.js';

/** A request that fits its money. */
export interface Truncated<R extends EstimateRequest = EstimateRequest> {
  /** The same request with a shorter prompt or fewer messages; the very same where it fitted. */
  readonly request: R;
  /** Likely input tokens that are gone. */
  readonly removedTokens: number;
  /** Its estimate: the high cost is within the limit. */
  readonly estimate: PricedEstimate;
}

/**
 * The most of a request that a limit pays for, at its highest cost.
 *
 * A prompt is cut at its end, between two graphemes. Of messages the oldest go first: those of the system stay, what is left begins
 * with words of the user alone, and the call of every tool's result is among it. A message of the user that holds a result and words is
 * no beginning.
 *
 * @param request - The call, with a `prompt` or `messages`, and an `output`.
 * @param limit - Money, in the currency of the model's price: `"0.05"`.
 * @param estimator - Default: bundled prices and the system's clock.
 *
 * @returns The shorter request. Throws `over-budget` where not even an empty prompt or the last message is within the limit, `unpriced`
 * without a price.
 *
 * @example
 * ```ts
 * const book = 'Why is the sky blue? '.repeat(2_000);
 * const { request, removedTokens, estimate } = await truncateToBudget({ model: 'o1', prompt: book, output: 500, at: '2025-01-27' }, '0.10');
 * request.prompt.length; // 16289, of 42,000
 * removedTokens; // 7347
 * estimate.cost.high; // '0.09999'
 * ```
 */
export async function truncateToBudget<R extends EstimateRequest>(
  request: R,
  limit: string,
  estimator: Estimator = createEstimator(),
): Promise<Truncated<R>> {
  checkRequest(request);
  checkEstimator(estimator);
  const money = moneyLimit(limit);
  const within = ({ cost }: PricedEstimate): boolean => compare(rational(cost.high), money) <= 0;
  const whole = await demandPrice(estimator, request);
  if (within(whole)) return { request, removedTokens: 0, estimate: whole };
  const shorter =
    request.messages === undefined
      ? await shorterPrompt(request, whole, within, estimator)
      : await fewerMessages(request, within, estimator);
  if (!shorter) {
    throw new PromptCostError(
      'over-budget',
      `With nothing left to cut, ${whole.requested} would still cost over ${limit} ${whole.currency}. Lower output.max, or raise the limit.`,
    );
  }
  const removedTokens = whole.tokens!.input.likely - shorter.estimate.tokens!.input.likely;
  return { ...shorter, removedTokens };
}
