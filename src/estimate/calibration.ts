import { PromptCostError } from '../errors/index.js';
import type { Exactness } from '../models/index.js';
import type { CountedPart, TokenRange } from '../request/index.js';
import type { CountedInput } from './counted-input.js';

/** What past replies say of the estimates of one model. */
export interface ModelCalibration {
  /** Pairs of what was counted and what the provider reported, input tokens, oldest first. */
  readonly input: readonly (readonly [counted: number, reported: number])[];
  /** Output tokens that were reported, oldest first. */
  readonly output: readonly number[];
}

/** What an app learned from its own replies: plain JSON, for the app to keep. Model id → what is known. */
export interface Calibration {
  readonly version: 1;
  readonly models: Readonly<Record<string, ModelCalibration>>;
}

/** Fewer replies than this say nothing. */
export const FEWEST = 5;
/** Standard deviations on either side of the mean that a next reply stays within: of 20, about one does not. */
const SPREAD = 2;

/** Refuses what is no calibration. */
export function checkCalibration(state: unknown): asserts state is Calibration {
  const { version, models } = (state ?? {}) as Partial<Calibration>;
  if (version === 1 && typeof models === 'object' && models !== null) return;
  throw new PromptCostError(
    'invalid-input',
    'This is no calibration. Pass what calibrate() returned, or nothing.',
  );
}

/** What is known of a model, or `undefined`. */
export function pastOf(calibration: Calibration | undefined, model: string): ModelCalibration | undefined {
  return calibration && Object.hasOwn(calibration.models, model) ? calibration.models[model] : undefined;
}

/** A counted input, corrected by past replies; the correction is one more of its parts. */
export function calibratedInput(counted: CountedInput, past: ModelCalibration | undefined): CountedInput {
  const tokens = calibratedRange(counted.tokens, counted.exactness, past);
  if (tokens === counted.tokens) return counted;
  const replies = past!.input.length;
  const { low, likely, high } = counted.tokens;
  const correction: CountedPart = {
    path: 'request',
    what: 'calibration',
    tokens: { low: tokens.low - low, likely: tokens.likely - likely, high: tokens.high - high },
    meter: 'input',
    method: `What ${replies} past replies taught.`,
  };
  return {
    ...counted,
    tokens,
    ...(counted.parts && { parts: [...counted.parts, correction] }),
    calibration: { replies, counted: counted.tokens },
  };
}

/**
 * A count of input tokens, corrected by past replies.
 *
 * An approximate count is off by a factor, so that ratios are learned; a count whose text is exact is off by what is put around it, so
 * that differences are. The range goes from the lowest to the highest that was seen, or as far as two deviations where that is
 * farther, and is never wider than the range it corrects unless a reply was seen outside of it.
 *
 * @param counted - The range before.
 * @param exactness - Of the count.
 * @param past - What is known of the model; `undefined` or too few replies change nothing.
 */
export function calibratedRange(
  counted: TokenRange,
  exactness: Exactness,
  past: ModelCalibration | undefined,
): TokenRange {
  if (exactness === 'exact' || past === undefined || past.input.length < FEWEST) return counted;
  const isFactor = exactness === 'approximate';
  const seen = past.input.map(([mine, reported]) =>
    isFactor ? reported / Math.max(mine, 1) : reported - mine,
  );
  const of = (correction: number): number =>
    Math.max(0, isFactor ? counted.likely * correction : counted.likely + correction);
  const { low, middle: typical, high } = expected(seen);
  const least = Math.min(...seen);
  const most = Math.max(...seen);
  return ordered(
    Math.floor(Math.max(of(low), Math.min(counted.low, of(least)))),
    Math.round(of(typical)),
    Math.ceil(Math.min(of(high), Math.max(counted.high, of(most)))),
  );
}

/** The output that past replies lead to expect: the middle one. `undefined` with too few replies. */
export function forecastOutput(past: ModelCalibration | undefined): number | undefined {
  if (past === undefined || past.output.length < FEWEST) return undefined;
  return middle(past.output);
}

function expected(seen: readonly number[]): {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
} {
  const mean = seen.reduce((sum, each) => sum + each, 0) / seen.length;
  const variance = seen.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (seen.length - 1);
  const reach = SPREAD * Math.sqrt(variance * (1 + 1 / seen.length));
  return {
    low: Math.min(...seen, mean - reach),
    middle: middle(seen),
    high: Math.max(...seen, mean + reach),
  };
}

/** The lower of the two in the middle, where there are two. */
function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1]!;
}

function ordered(low: number, likely: number, high: number): TokenRange {
  return { low: Math.min(low, likely), likely, high: Math.max(high, likely) };
}
