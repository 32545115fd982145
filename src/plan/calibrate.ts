import { PromptCostError } from '../errors/index.js';
import {
  type Calibration,
  checkCalibration,
  type Estimate,
  type ModelCalibration,
} from '../estimate/index.js';
import { promptSize } from '../prices/index.js';
import { usageOf } from '../usage/index.js';

/**
 * Nothing learned yet.
 *
 * @example
 * ```ts
 * NO_CALIBRATION; // { version: 1, models: {} }
 * ```
 */
export const NO_CALIBRATION: Calibration = { version: 1, models: {} };

/** Replies kept for each model: enough for a spread, few enough that an app's new habits soon count. */
const KEPT = 64;

/**
 * What an app knows after one more reply: how far our count was from the provider's, and how long the answer was.
 *
 * Nothing is changed in place and nothing but numbers is kept. Give the result to `createEstimator({ calibration })`: counts whose
 * framing or tokenizer is not published come closer, and an estimate without `output` expects what past answers were. Both begin with
 * a model's fifth reply.
 *
 * @param estimate - The estimate of the call.
 * @param usage - What the provider reported: the reply, or its usage object.
 * @param state - What was known before. Default: nothing.
 *
 * @returns The new state, plain JSON.
 *
 * @example
 * ```ts
 * const request = { model: 'claude-sonnet-4-5', prompt: 'Why is the sky blue?', at: '2026-01-15' };
 * const estimate = await estimateCost(request);
 * estimate.tokens?.input; // { low: 6, likely: 7, high: 15 }
 * let state = NO_CALIBRATION;
 * for (const output_tokens of [380, 390, 400, 410, 420]) {
 *   state = calibrate(estimate, { input_tokens: 13, output_tokens }, state);
 * }
 * const { tokens } = await createEstimator({ calibration: state }).estimateCost(request);
 * tokens; // { input: { low: 13, likely: 13, high: 13 }, output: { low: 0, likely: 400, high: 64000 } }
 * ```
 */
export function calibrate(
  estimate: Estimate,
  usage: unknown,
  state: Calibration = NO_CALIBRATION,
): Calibration {
  checkCalibration(state);
  if (!Array.isArray(estimate?.warnings)) {
    throw new PromptCostError('invalid-input', 'This is no estimate. Pass what estimateCost() resolved to.');
  }
  const { tokens, calibration } = estimate;
  if (!estimate.priced || !tokens) return state;
  const { prompt, output } = promptSize(usageOf(usage).quantities);
  const before = state.models[estimate.model] ?? { input: [], output: [] };
  const counted = calibration?.counted.likely ?? tokens.input.likely;
  const learned: ModelCalibration = {
    input: [...before.input, [counted, prompt] as const].slice(-KEPT),
    output: [...before.output, output].slice(-KEPT),
  };
  return { version: 1, models: { ...state.models, [estimate.model]: learned } };
}
