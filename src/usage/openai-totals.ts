import type { Warning } from '../errors/index.js';
import { countOf, type Fields } from './read-field.js';
import type { UsageShape } from './types.js';

/** What a reply in the manner of OpenAI counts. */
export interface Counts {
  readonly input: number;
  readonly output: number;
  readonly reasoning: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly total: number | undefined;
}

/** What the totals leave out. */
export interface Apart {
  readonly reasoning: boolean;
  readonly cache: boolean;
}

/**
 * What the totals leave out, by the total; by the shape's rule where there is none.
 *
 * @param counts - What the reply counts.
 * @param shape - Its shape.
 */
export function apartOf(
  { input, output, reasoning, cacheRead, cacheWrite, total }: Counts,
  shape: UsageShape,
): Apart {
  if (total === undefined) return { reasoning: shape === 'xai-chat', cache: false };
  const beyond = total - input - output;
  return {
    reasoning: reasoning > 0 && beyond === reasoning,
    cache: cacheRead + cacheWrite > 0 && beyond !== reasoning && beyond === cacheRead + cacheWrite,
  };
}

/**
 * Where the counts contradict one another.
 *
 * @param counts - What the reply counts.
 * @param apart - What its totals leave out.
 * @param names - The reply's words for its input and its output.
 */
export function contradictions(
  counts: Counts,
  apart: Apart,
  names: { readonly input: string; readonly output: string },
): Warning[] {
  const { input, output, reasoning, total } = counts;
  const warnings: Warning[] = [];
  const explained = apart.reasoning || apart.cache;
  if (total !== undefined && !explained && total !== input + output) {
    warnings.push({
      code: 'usage-total-mismatch',
      message: `${names.input} (${input}) and ${names.output} (${output}) do not add up to total_tokens (${total}); billed as listed.`,
    });
  }
  if (!apart.reasoning && reasoning > output) {
    warnings.push({
      code: 'usage-reasoning-exceeds-output',
      message: `reasoning_tokens (${reasoning}) exceed ${names.output} (${output}), which should include them; billed as listed.`,
    });
  }
  return warnings;
}

/** Where both halves of a prompt, which DeepSeek gives, do not make the whole. */
export function missedCache(usage: Fields, { input, cacheRead }: Counts): Warning[] {
  if (usage['prompt_cache_miss_tokens'] == null) return [];
  const missed = countOf(usage, 'prompt_cache_miss_tokens');
  if (cacheRead + missed === input) return [];
  const message = `The cache's hits (${cacheRead}) and misses (${missed}) do not add up to the prompt (${input}); billed by the hits.`;
  return [{ code: 'usage-total-mismatch', message }];
}
