import { PromptCostError } from '../../errors/index.js';

/** The error for a pattern that cannot be compiled exactly. */
export function refused(why: string): PromptCostError {
  return new PromptCostError(
    'unsupported-encoding',
    `The pre-tokenizer's pattern cannot be compiled: ${why}.`,
  );
}
