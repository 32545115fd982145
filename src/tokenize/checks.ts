import { PromptCostError, shown } from '../errors/index.js';
import type { EncodeOptions } from './types.js';

/** Refuses what is not a string. The message names the type, never the value. */
export function assertText(text: unknown): asserts text is string {
  if (typeof text === 'string') return;
  const type = text === null ? 'null' : Array.isArray(text) ? 'an array' : typeof text;
  throw new PromptCostError('invalid-input', `The text to count is ${type}. Pass a string.`);
}

/** Refuses what is not a whole number of at least `least`. */
export function assertLimit(limit: unknown, name: string, least: number): asserts limit is number {
  if (Number.isSafeInteger(limit) && (limit as number) >= least) return;
  throw new PromptCostError(
    'invalid-input',
    `${name} is ${shown(limit)}. Pass a whole number of at least ${least}.`,
  );
}

/** Whether control tokens in a text are what they say. Refuses a wish that is neither `"text"` nor `"special"`. */
export function readsSpecials(options: EncodeOptions | undefined): boolean {
  const wish = options?.specialTokens;
  if (wish === undefined || wish === 'text') return false;
  if (wish === 'special') return true;
  throw new PromptCostError('invalid-input', `specialTokens is ${shown(wish)}. Pass "text" or "special".`);
}
