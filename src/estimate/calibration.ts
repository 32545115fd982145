import { PromptCostError, reading, shown } from '../errors/index.js';

/** One reply and the input it answers: `[open low, open high, texts low, texts high, open parts, reported]`, in tokens. */
export type Reply = readonly [
  openLow: number,
  openHigh: number,
  textsLow: number,
  textsHigh: number,
  pieces: number,
  reported: number,
];

/** What past replies say of the estimates of one model at one seller. */
export interface ModelCalibration {
  /** Kind of input → what was counted and what the provider reported, oldest first. */
  readonly input: Readonly<Record<string, readonly Reply[]>>;
  /** Output tokens that were reported for one answer, oldest first. */
  readonly output: readonly number[];
}

/** What an app learned from its own replies: plain JSON, for the app to keep. `"model at seller"` → what is known. */
export interface Calibration {
  readonly version: 1;
  readonly models: Readonly<Record<string, ModelCalibration>>;
}

/** Fewer replies than this say nothing. */
export const FEWEST = 5;

const REPLY_LENGTH = 6;

/**
 * Refuses what is no calibration.
 *
 * @throws `PromptCostError` `invalid-input` with the place that is wrong.
 */
export function checkCalibration(state: unknown): asserts state is Calibration {
  reading('The calibration', () => checkState(state), 'Pass what calibrate() returned');
}

function checkState(state: unknown): void {
  const { version, models } = (state ?? {}) as Partial<Calibration>;
  if (version !== 1) throw refused(`its version is ${shown(version)}, and 1 is known`);
  for (const [key, model] of entriesOf(models, 'models')) {
    const at = `models[${shown(key)}]`;
    const { input, output } = (model ?? {}) as Partial<ModelCalibration>;
    if (!isNumbers(output)) throw refused(`${at}.output is no list of token counts`);
    for (const [kind, replies] of entriesOf(input, `${at}.input`)) {
      const isWhole = (reply: unknown): boolean => isNumbers(reply) && reply.length === REPLY_LENGTH;
      if (!Array.isArray(replies) || !replies.every(isWhole)) {
        throw refused(`${at}.input[${shown(kind)}] is no list of ${REPLY_LENGTH} token counts each`);
      }
    }
  }
}

/** What is known of a model at a seller, or `undefined`. */
export function pastOf(
  calibration: Calibration | undefined,
  model: string,
  provider: string,
): ModelCalibration | undefined {
  return calibration && ownOf(calibration.models, keyOf(model, provider));
}

/** The name under which a model at a seller is kept. */
export function keyOf(model: string, provider: string): string {
  return `${model} at ${provider}`;
}

/** A value under a name of its own. */
export function ownOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function entriesOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw refused(`${path} is no object`);
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && each >= 0);
}

function refused(why: string): PromptCostError {
  return new PromptCostError(
    'invalid-input',
    `This is no calibration: ${why}. Pass what calibrate() returned, or nothing.`,
  );
}
