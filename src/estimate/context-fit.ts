import type { Warning } from '../bill/index.js';
import type { ModelRecord } from '../models/index.js';
import type { TokenRange } from '../request/index.js';
import type { Estimate, EstimateRequest } from './types.js';

/** Room in the context window, and a warning where there is none left. */
export interface ContextFit {
  readonly context?: NonNullable<Estimate['context']>;
  readonly warnings: readonly Warning[];
}

/** How a call fits the model's context window: its high input, and the longest answer it was allowed. */
export function contextFit(request: EstimateRequest, record: ModelRecord, input: TokenRange): ContextFit {
  const { contextWindow: window } = record;
  if (window === undefined) return { warnings: [] };
  const { output } = request;
  const answer = typeof output === 'number' ? output : (output?.max ?? output?.expected ?? 0);
  const used = input.high + answer;
  const context = { window, used, remaining: window - used, fits: used <= window };
  const message = `Up to ${used} tokens, more than the ${window} that ${record.id} can hold. Shorten the prompt or the output.`;
  return { context, warnings: context.fits ? [] : [{ code: 'over-context', message }] };
}
