import type { Warning } from '../errors/index.js';
import { countOf, type Fields, listOf, used } from './read-field.js';
import type { Reading } from './types.js';

/**
 * Disjoint quantities of a Bedrock Converse usage: the input does not include what was read from or written to the cache. The names that
 * end in `Count` are older doubles of the others.
 */
export function bedrockUsage(usage: Fields): Reading {
  const input = countOf(usage, 'inputTokens');
  const output = countOf(usage, 'outputTokens');
  const either = (name: string): number =>
    Math.max(countOf(usage, name), countOf(usage, `${name.slice(0, -1)}Count`));
  const cacheRead = either('cacheReadInputTokens');
  const written = either('cacheWriteInputTokens');
  const lasting = (ttl: string): number =>
    listOf(usage, 'cacheDetails')
      .filter((detail) => detail['ttl'] === ttl)
      .reduce((sum, detail) => sum + countOf(detail, 'inputTokens'), 0);
  const cacheWrite5m = lasting('5m');
  const cacheWrite1h = lasting('1h');
  const warnings: Warning[] = [];
  const sum = input + output + cacheRead + written;
  const total = countOf(usage, 'totalTokens');
  if (usage['totalTokens'] !== undefined && total !== sum) {
    warnings.push({
      code: 'usage-total-mismatch',
      message: `inputTokens, outputTokens and the cache's add up to ${sum}, not to totalTokens (${total}); billed as listed.`,
    });
  }
  const cacheWrite = Math.max(0, written - cacheWrite5m - cacheWrite1h);
  return {
    quantities: { input, output, ...used({ cacheRead, cacheWrite, cacheWrite5m, cacheWrite1h }) },
    warnings,
  };
}
