import { PromptCostError, reading } from '../errors/index.js';
import {
  checkEstimator,
  createEstimator,
  type Estimate,
  type EstimateRequest,
  type Estimator,
  type PricedEstimate,
} from '../estimate/index.js';
import type { ModelId } from '../models/index.js';

/** The cheapest of some models that can take a call, and why the others are not. */
export interface Cheapest {
  readonly best: PricedEstimate;
  /** All that can take it, cheapest first. */
  readonly ranked: readonly PricedEstimate[];
  /** The others, each with a sentence. */
  readonly rejected: readonly { readonly model: string; readonly why: string }[];
}

/** Warnings of an estimate that say that the model cannot take the call. */
const CANNOT: readonly string[] = ['over-context', 'over-max-output', 'media-refused'];

/**
 * The cheapest model for a call: priced, in one currency, with a context window that the call fits, a longest answer that the output
 * fits, and no picture, sound or film in the call of a model that is known to take text alone.
 *
 * Cheapest is by the likely cost. Which model is good enough is the caller's to say, by the list.
 *
 * @param request - The call, without a model.
 * @param models - Ids to choose from.
 * @param estimator - Default: bundled prices and the system's clock.
 *
 * @returns The ranking. Throws `unpriced` where none can take the call, with each reason.
 *
 * @example
 * ```ts
 * const { best } = await cheapest({ input: 1_000, output: 500, at: '2025-01-27' }, ['o1', 'deepseek-r1', 'llama-3.3-70b']);
 * best.model; // 'llama-3.3-70b': 1,000 × $0.59/M + 500 × $0.79/M = $0.000985
 * ```
 */
export async function cheapest(
  request: Omit<EstimateRequest, 'model'>,
  models: readonly ModelId[],
  estimator: Estimator = createEstimator(),
): Promise<Cheapest> {
  checkEstimator(estimator);
  if (reading('models', () => models?.length) === 0) {
    throw new PromptCostError(
      'invalid-input',
      'models is empty. Pass the ids to choose from, such as ["o1"].',
    );
  }
  const estimates = await estimator.compareCosts(request, models);
  const currency = estimates.find((each) => each.priced)?.currency;
  const judged = estimates.map((estimate) => ({ estimate, why: objection(estimate, currency) }));
  const ranked = judged.flatMap(({ estimate, why }) =>
    estimate.priced && why === undefined ? [estimate] : [],
  );
  const rejected = judged.flatMap(({ estimate, why }) =>
    why === undefined ? [] : [{ model: estimate.requested, why }],
  );
  if (ranked[0]) return { best: ranked[0], ranked, rejected };
  const reasons = rejected.map(({ model, why }) => `${model}: ${why}`).join(' ');
  throw new PromptCostError('unpriced', `None of ${models.length} models can take this call. ${reasons}`);
}

function objection(estimate: Estimate, currency: string | undefined): string | undefined {
  if (!estimate.priced) return estimate.price.message;
  if (estimate.currency !== currency)
    return `It is priced in ${estimate.currency}, the others in ${currency}.`;
  return estimate.warnings.find(({ code }) => CANNOT.includes(code))?.message;
}
