import type { ModelId } from '../models/index.js';
import type { StreamingEncoding, Token } from '../tokenize/index.js';
import { createEstimator } from './create-estimator.js';
import type { Estimate, EstimateRequest, Estimator, PromptRequest, TokenCount } from './types.js';

const standard: Estimator = /* @__PURE__ */ createEstimator();

/**
 * What a call will cost, between which bounds, and why: with the bundled prices and vocabularies and the system's clock.
 *
 * An unknown model or a missing price is `priced: false` with the reason; only a request that is malformed throws (`invalid-input`,
 * `invalid-instant`).
 *
 * @param request - The model, what goes in, how long the answer may be, and the conditions of the price.
 *
 * @returns Tokens and cost, each between a low and a high.
 *
 * @example
 * ```ts
 * const estimate = await estimateCost({ model: 'o1', prompt: 'Why is the sky blue?', output: 1_000, at: '2025-01-27' });
 * // 6 tokens × $15/M + 1,000 × $60/M
 * if (estimate.priced) estimate.cost.likely; // '0.06009'
 * ```
 */
export function estimateCost(request: EstimateRequest): Promise<Estimate> {
  return standard.estimateCost(request);
}

/**
 * {@link estimateCost} at once.
 *
 * @param request - As there. Unless it gives a count, `loadEncoding` must have loaded the model's encoding.
 *
 * @returns The estimate. Throws `encoding-not-loaded` with the name of what to load.
 *
 * @example
 * ```ts
 * await loadEncoding('deepseek_v3'); // once, when the program starts
 * const estimate = estimateCostSync({ model: 'deepseek-r1', prompt: 'Why is the sky blue?', output: 1_000, at: '2025-01-27' });
 * // 6 tokens × $0.55/M + 1,000 × $2.19/M
 * if (estimate.priced) estimate.cost.likely; // '0.0021933'
 * ```
 */
export function estimateCostSync(request: EstimateRequest): Estimate {
  return standard.estimateCostSync(request);
}

/**
 * One request on several models.
 *
 * @param request - The call, without a model.
 * @param models - Ids; an unknown one is an unpriced estimate.
 *
 * @returns One estimate a model, cheapest first; other currencies than the dollar after, the unpriced last.
 *
 * @example
 * ```ts
 * const request = { input: 1_000, output: 500, at: '2025-01-27' };
 * const estimates = await compareCosts(request, ['o1', 'deepseek-r1', 'llama-3.3-70b']);
 * estimates.map((estimate) => estimate.priced && `${estimate.model} ${estimate.cost.likely}`);
 * // ['llama-3.3-70b 0.000985', 'deepseek-r1 0.001645', 'o1 0.045']
 * ```
 */
export function compareCosts(
  request: Omit<EstimateRequest, 'model'>,
  models: readonly ModelId[],
): Promise<Estimate[]> {
  return standard.compareCosts(request, models);
}

/**
 * How many tokens a text, or a whole request, is for a model.
 *
 * @param input - The text, or messages, tools and so on.
 * @param model - Any id.
 *
 * @returns The count with its bounds and its label. Throws `unknown-model` for a model that nobody knows.
 *
 * @example
 * ```ts
 * (await countTokens('Why is the sky blue?', 'o1')).tokens; // 6
 * ```
 */
export function countTokens(input: string | PromptRequest, model: ModelId): Promise<TokenCount> {
  return standard.countTokens(input, model);
}

/**
 * The tokens of a text for a model, with their ids, bytes and places.
 *
 * @param text - Any text.
 * @param model - Any id. Of one with a closed tokenizer they are tokens of the vocabulary that its estimates rest on.
 *
 * @returns The tokens, in order. Throws `unknown-model`, and `unknown-encoding` where the model's vocabulary is a pack that was not added.
 *
 * @example
 * ```ts
 * (await tokenize('Why is the sky blue?', 'deepseek-r1')).map(({ text }) => text); // ['Why', ' is', ' the', ' sky', ' blue', '?']
 * ```
 */
export function tokenize(text: string, model: ModelId): Promise<Token[]> {
  return standard.tokenize(text, model);
}

/**
 * The encoding that a model counts with, loaded.
 *
 * @param model - Any id. Of one with a closed tokenizer it is the vocabulary that its estimates rest on.
 *
 * @returns The encoding. Throws `unknown-model`, and `unknown-encoding` where it is a pack that was not added.
 *
 * @example
 * ```ts
 * const llama3 = await encodingFor('llama-3.3-70b');
 * llama3.name; // 'llama3'
 * llama3.count('Why is the sky blue?'); // 6
 * ```
 */
export function encodingFor(model: ModelId): Promise<StreamingEncoding> {
  return standard.encodingFor(model) as Promise<StreamingEncoding>; // no encodings of the caller's are in it
}
