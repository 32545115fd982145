import { PromptCostError } from '../../errors/index.js';

/** The refusal of a compact vocabulary that does not unpack. */
export function damaged(name: string = ''): PromptCostError {
  return new PromptCostError(
    'unsupported-encoding',
    `The vocabulary${name && ` ${name}`} is damaged, or of another version. Install it again.`,
  );
}
