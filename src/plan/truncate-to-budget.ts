import { loadEncoding } from '../encodings/index.js';
import { PromptCostError } from '../errors/index.js';
import {
  countedAs,
  createEstimator,
  type EstimateRequest,
  type Estimator,
  largestWhere,
  type PricedEstimate,
} from '../estimate/index.js';
import { compare, rational } from '../money/index.js';
import { demandPrice } from './demand-price.js';
import { moneyLimit } from './money-limit.js';

/** A prompt that fits its money. */
export interface Truncated {
  /** The text, cut at its end between two graphemes; the same text where it fitted. */
  readonly prompt: string;
  /** Tokens cut off. */
  readonly removedTokens: number;
  /** The estimate of the call with that prompt: its high cost is within the limit. */
  readonly estimate: PricedEstimate;
}

/**
 * The longest beginning of a prompt whose call stays within a limit at its highest cost.
 *
 * @param request - The call, with a `prompt` and an `output`.
 * @param limit - Money, in the currency of the model's price: `"0.05"`.
 * @param estimator - Default: bundled prices and the system's clock.
 *
 * @returns The cut prompt. Throws `over-budget` where not even an empty prompt is within the limit, `unpriced` without a price.
 *
 * @example
 * ```ts
 * const { prompt, removedTokens } = await truncateToBudget({ model: 'o1', prompt: book, output: 500 }, '0.10');
 * ```
 */
export async function truncateToBudget(
  request: EstimateRequest & { readonly prompt: string },
  limit: string,
  estimator: Estimator = createEstimator(),
): Promise<Truncated> {
  const money = moneyLimit(limit);
  const within = ({ cost }: PricedEstimate): boolean => compare(rational(cost.high), money) <= 0;
  const whole = await demandPrice(estimator, request);
  if (within(whole)) return { prompt: request.prompt, removedTokens: 0, estimate: whole };
  const fits = async (tokens: number): Promise<boolean> =>
    within(await demandPrice(estimator, countedAs(request, tokens)));
  const encoding = request.encoding ?? (await loadEncoding(whole.encoding!));
  const cut = async (tokens: number): Promise<Omit<Truncated, 'removedTokens'>> => {
    const prompt = encoding.truncate(request.prompt, tokens);
    return { prompt, estimate: await demandPrice(estimator, { ...request, prompt }) };
  };
  const empty = await cut(0);
  if (!within(empty.estimate)) throw tooDear(whole, limit);
  // What the provider adds and the band of an approximate count come on top of the text's own tokens: searched with the text itself.
  const most = await largestWhere(fits, whole.tokens!.input.high - 1);
  const tokens = await largestWhere(async (each) => within((await cut(each)).estimate), most);
  const kept = tokens === 0 ? empty : await cut(tokens);
  return { ...kept, removedTokens: encoding.count(request.prompt) - encoding.count(kept.prompt) };
}

function tooDear({ requested, currency }: PricedEstimate, limit: string): PromptCostError {
  return new PromptCostError(
    'over-budget',
    `Without any prompt, ${requested} would still cost over ${limit} ${currency}. Lower output.max, or raise the limit.`,
  );
}
