import { PromptCostError } from '../../errors/index.js';

/** The error for a `tokenizer.json` that no engine here may read. */
export function refusedFile(why: string): PromptCostError {
  return new PromptCostError('unsupported-encoding', `The tokenizer.json cannot be used: ${why}.`);
}

/** The error for what our own engine would not do exactly: then the fallback is taken, and this is its reason. */
export class NotOurs extends Error {}
