import type { Warning } from '../errors/index.js';
import { countOf, type Fields, used } from './read-field.js';
import type { Reading } from './types.js';

/**
 * Disjoint quantities of Perplexity's usage: what deep research read, thought and searched is told, and billed, beside the prompt and the
 * answer.
 *
 * How much of the web a call read (`search_context_size`) decides its fee: that is a condition, not a quantity.
 */
export function perplexityUsage(usage: Fields): Reading {
  const input = countOf(usage, 'prompt_tokens');
  const output = countOf(usage, 'completion_tokens');
  const reasoning = countOf(usage, 'reasoning_tokens');
  const citation = countOf(usage, 'citation_tokens');
  const webSearch = countOf(usage, 'num_search_queries');
  const warnings: Warning[] = [];
  const total = usage['total_tokens'] == null ? undefined : countOf(usage, 'total_tokens');
  const sums = [input + output, input + output + reasoning + citation];
  if (total !== undefined && !sums.includes(total)) {
    warnings.push({
      code: 'usage-total-mismatch',
      message: `prompt_tokens (${input}) and completion_tokens (${output}) do not add up to total_tokens (${total}); billed as listed.`,
    });
  }
  return { quantities: { input, output, ...used({ reasoning, citation, webSearch }) }, warnings };
}
