import {
  countedAs,
  type EstimateRequest,
  type Estimator,
  largestWhere,
  type PricedEstimate,
} from '../estimate/index.js';
import { demandPrice } from './demand-price.js';
import { countingEncoding } from './own-count.js';

/** A request that is shorter than another, and its estimate. */
export interface Shorter<R> {
  readonly request: R;
  readonly estimate: PricedEstimate;
}

/**
 * The request with the longest beginning of its prompt whose estimate passes, or `undefined` where not even an empty prompt does.
 *
 * @param whole - Its estimate, which does not pass.
 */
export async function shorterPrompt<R extends EstimateRequest>(
  request: R,
  whole: PricedEstimate,
  passes: (estimate: PricedEstimate) => boolean,
  estimator: Estimator,
): Promise<Shorter<R> | undefined> {
  const { prompt = '' } = request;
  const encoding = request.encoding ?? (await countingEncoding(estimator, whole.model));
  const cut = async (tokens: number): Promise<Shorter<R>> => {
    const shorter = { ...request, prompt: encoding.truncate(prompt, tokens) };
    return { request: shorter, estimate: await demandPrice(estimator, shorter) };
  };
  const empty = await cut(0);
  if (!passes(empty.estimate)) return undefined;
  // Bounded by a count alone, and then searched with the text: framing and the band of an approximate count come on top.
  const fits = async (tokens: number): Promise<boolean> =>
    passes(await demandPrice(estimator, countedAs(request, tokens)));
  // A caller's countTokens counts other tokens than those that are cut.
  const isOurs = whole.encoding !== undefined;
  const most = isOurs ? await largestWhere(fits, whole.tokens!.input.high - 1) : encoding.count(prompt);
  const tokens = await largestWhere(async (each) => passes((await cut(each)).estimate), most);
  return tokens === 0 ? empty : cut(tokens);
}
