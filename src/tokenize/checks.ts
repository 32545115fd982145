import { PromptCostError, shown } from '../errors/index.js';

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
