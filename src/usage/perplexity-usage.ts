import { openAiUsage } from './openai-usage.js';
import { countOf, type Fields, used } from './read-field.js';
import type { Reading } from './types.js';

/**
 * Disjoint quantities of Perplexity's usage: what deep research read, thought and searched is told, and billed, beside the prompt and the
 * answer.
 *
 * How much of the web a call read (`search_context_size`) decides its fee: that is a condition, not a quantity.
 */
export function perplexityUsage(usage: Fields, reply: Fields): Reading {
  const { quantities, warnings } = openAiUsage(usage, reply, 'perplexity');
  const reasoning = countOf(usage, 'reasoning_tokens');
  const citation = countOf(usage, 'citation_tokens');
  const webSearch = countOf(usage, 'num_search_queries');
  return { quantities: { ...quantities, ...used({ reasoning, citation, webSearch }) }, warnings };
}
