import { PromptCostError, reading } from '../errors/index.js';
import {
  type Calibration,
  checkCalibration,
  type Estimate,
  type InputLesson,
  keyOf,
  type ModelCalibration,
  ownOf,
  type Reply,
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
/** Kinds of input kept for each model, those that were replied to last. */
const KINDS_KEPT = 16;

/**
 * What an app knows after one more reply: how far our count was from the provider's, and how long the answer was.
 *
 * Nothing is changed in place and nothing but numbers is kept. Give the result to `createEstimator({ calibration })`: counts whose
 * framing or tokenizer is not published come closer, and an estimate without `output` expects what past answers were. Both begin with
 * the fifth reply, and like teaches of like: the same model and seller, the same shape of request, texts of the same content, with
 * tools or without. Pictures, tools of the provider and parts that no dialect explains keep their range, and what an input has more
 * than those that were replied to keeps its own.
 *
 * @param estimate - The estimate of the call.
 * @param usage - What the provider reported: the reply, or its usage object.
 * @param state - What was known before. Default: nothing.
 *
 * @returns The new state, plain JSON.
 *
 * @example
 * ```ts
 * const call = (prompt: string) => ({ model: 'claude-sonnet-4-5', prompt, at: '2026-01-15' });
 * (await estimateCost(call('Why is the sky blue?'))).tokens?.input; // { low: 6, likely: 7, high: 15 }
 * const replies = [
 *   ['Is it so?', 12, 380],
 *   ['How is it?', 11, 390],
 *   ['Why is it blue?', 13, 400],
 *   ['How far is the sun?', 14, 410],
 *   ['How far is the sky from the sea?', 17, 420],
 * ] as const;
 * let state = NO_CALIBRATION;
 * for (const [prompt, input_tokens, output_tokens] of replies) {
 *   state = calibrate(await estimateCost(call(prompt)), { input_tokens, output_tokens }, state);
 * }
 * const { tokens } = await createEstimator({ calibration: state }).estimateCost(call('Why is the sky blue?'));
 * tokens; // { input: { low: 12, likely: 14, high: 15 }, output: { low: 0, likely: 400, high: 64000 } }
 * ```
 */
export function calibrate(
  estimate: Estimate,
  usage: unknown,
  state: Calibration = NO_CALIBRATION,
): Calibration {
  checkCalibration(state);
  const wayOut = 'Pass what estimateCost() resolved to';
  return reading('The estimate', () => calibrated(estimate, usage, state), wayOut);
}

function calibrated(estimate: Estimate, usage: unknown, state: Calibration): Calibration {
  if (!Array.isArray(estimate?.warnings)) {
    throw new PromptCostError('invalid-input', 'This is no estimate. Pass what estimateCost() resolved to.');
  }
  const { lesson } = estimate;
  if (!estimate.priced || !lesson) return state;
  const { prompt, output } = promptSize(usageOf(usage).quantities);
  const key = keyOf(estimate.model, estimate.provider);
  const before = ownOf(state.models, key) ?? { input: {}, output: [] };
  const learned: ModelCalibration = {
    input: lesson.input ? withInput(before.input, lesson.input, prompt) : before.input,
    output: [...before.output, Math.round(output / lesson.choices)].slice(-KEPT),
  };
  return { version: 1, models: { ...state.models, [key]: learned } };
}

/** With one more reply; the same again takes the place of the older one, as it says nothing new. */
function withInput(
  input: ModelCalibration['input'],
  { kind, open, texts, pieces, apart }: InputLesson,
  prompt: number,
): ModelCalibration['input'] {
  // Nobody can say how much of the prompt was the picture.
  if (apart.low !== apart.high || prompt < apart.likely) return input;
  const reply: Reply = [open.low, open.high, texts.low, texts.high, pieces, prompt - apart.likely];
  const others = (ownOf(input, kind) ?? []).filter((each) => each.some((number, i) => number !== reply[i]));
  const entries = Object.entries(input).filter(([each]) => each !== kind);
  return Object.fromEntries(
    [...entries, [kind, [...others, reply].slice(-KEPT)] as const].slice(-KINDS_KEPT),
  );
}
