import type { Warning } from '../errors/index.js';
import type { NormalUsage } from './quantities-of.js';
import { countOf, type Fields, listOf, objectOf, used } from './read-field.js';

/** Fields by which Anthropic's shape is known from OpenAI's Responses, which has the same names for input and output. */
export const ANTHROPIC_FIELDS: readonly string[] = [
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
  'cache_creation',
];

const COMPACTION = 'compaction';

/**
 * Disjoint quantities of Anthropic's usage: the input does not include what was read from or written to the cache, and the output
 * includes the thinking.
 *
 * Writes are split by lifetime where `cache_creation` says so. Iterations of type `compaction` are billed, but not in the top-level
 * totals, so they are added.
 */
export function anthropicQuantities(usage: Fields): NormalUsage {
  const warnings: Warning[] = [];
  const parts = [usage, ...listOf(usage, 'iterations').filter(({ type }) => type === COMPACTION)].map(
    (part) => partOf(part, warnings),
  );
  const sum = (name: keyof (typeof parts)[number]): number =>
    parts.reduce((total, part) => total + part[name], 0);
  return {
    quantities: {
      input: sum('input'),
      output: sum('output'),
      ...used({
        cacheRead: sum('cacheRead'),
        cacheWrite: sum('cacheWrite'),
        cacheWrite5m: sum('cacheWrite5m'),
        cacheWrite1h: sum('cacheWrite1h'),
        webSearch: countOf(objectOf(usage, 'server_tool_use'), 'web_search_requests'),
      }),
    },
    warnings,
  };
}

function partOf(
  part: Fields,
  warnings: Warning[],
): Record<'input' | 'output' | 'cacheRead' | 'cacheWrite' | 'cacheWrite5m' | 'cacheWrite1h', number> {
  const written = countOf(part, 'cache_creation_input_tokens');
  const split = objectOf(part, 'cache_creation');
  const cacheWrite5m = countOf(split, 'ephemeral_5m_input_tokens');
  const cacheWrite1h = countOf(split, 'ephemeral_1h_input_tokens');
  const known = cacheWrite5m + cacheWrite1h;
  if (known > written && part['cache_creation_input_tokens'] !== undefined) {
    warnings.push({
      code: 'usage-total-mismatch',
      message: `cache_creation (${known}) holds more than cache_creation_input_tokens (${written}); billed as split.`,
    });
  }
  return {
    input: countOf(part, 'input_tokens'),
    output: countOf(part, 'output_tokens'),
    cacheRead: countOf(part, 'cache_read_input_tokens'),
    cacheWrite: Math.max(0, written - known),
    cacheWrite5m,
    cacheWrite1h,
  };
}
