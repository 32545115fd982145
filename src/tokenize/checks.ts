import { kindOf, PromptCostError, reading, shown } from '../errors/index.js';
import type { EncodeOptions } from './types.js';

/** Refuses what is not a string. The message names the type, never the value. */
export function assertText(text: unknown): asserts text is string {
  if (typeof text === 'string') return;
  throw new PromptCostError('invalid-input', `The text to count is ${kindOf(text)}. Pass a string.`);
}

/** Refuses what is no Uint8Array. */
export function assertBytes(bytes: unknown, name: string): asserts bytes is Uint8Array {
  // A proxy is no view, and may throw where it is asked of what class it is.
  if (ArrayBuffer.isView(bytes) && bytes instanceof Uint8Array) return;
  throw new PromptCostError('invalid-input', `${name} is ${kindOf(bytes)}. Pass the bytes of the file.`);
}

/** The ids in a list of them, or in a typed array. */
export function idsIn(ids: unknown): readonly number[] {
  return reading('ids', () => {
    if (Array.isArray(ids) || ArrayBuffer.isView(ids)) return Array.from(ids as ArrayLike<number>);
    throw new PromptCostError('invalid-input', `ids is ${kindOf(ids)}. Pass a list of token ids.`);
  });
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
  if (options === undefined) return false;
  const wish = reading('options', () => options?.specialTokens);
  if (wish === undefined || wish === 'text') return false;
  if (wish === 'special') return true;
  throw new PromptCostError('invalid-input', `specialTokens is ${shown(wish)}. Pass "text" or "special".`);
}
