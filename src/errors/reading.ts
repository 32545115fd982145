import { PromptCostError } from './prompt-cost-error.js';

/**
 * Reads a value from outside, and refuses what cannot be read: an object with a property that throws, or that cannot be made a text.
 *
 * What it throws may hold a prompt, and is dropped.
 *
 * @param name - What is read, for the message: `The request`.
 * @param read - Reads it, and calls nothing of the caller's besides.
 * @param wayOut - What to pass in its place.
 *
 * @returns What `read` returns; errors of this library pass.
 */
export function reading<T>(name: string, read: () => T, wayOut: string = 'Pass plain data'): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PromptCostError) throw error;
    throw new PromptCostError('invalid-input', `${name} cannot be read. ${wayOut}.`);
  }
}
