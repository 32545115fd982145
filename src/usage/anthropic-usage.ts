import { shown, type Warning } from '../errors/index.js';
import { countOf, type Fields, listOf, objectOf, used } from './read-field.js';
import type { ModelUsage, Reading } from './types.js';

const MESSAGE = 'message';
const COMPACTION = 'compaction';

/**
 * Disjoint quantities of Anthropic's usage: the input does not include what was read from or written to the cache, and the output
 * includes the thinking.
 *
 * Writes are split by lifetime where `cache_creation` says so. Iterations of type `compaction` are billed, but not in the top-level
 * totals, so they are added, unless the totals hold them. Iterations of another model, an advisor's, are billed at its price: they are
 * `others`. Iterations of a kind not known here, which name no model, are a warning, unless the totals hold them.
 */
export function anthropicUsage(usage: Fields): Reading {
  const warnings: Warning[] = [];
  const iterations = listOf(usage, 'iterations');
  const own = iterations.filter(isOwn);
  const foreign = iterations.filter((each) => !isOwn(each) && typeof each['model'] === 'string');
  const unknown = iterations.filter((each) => !isOwn(each) && typeof each['model'] !== 'string');
  const compactions = own.filter(({ type }) => type === COMPACTION);
  const counted = isSumOf(usage, own) ? [] : compactions;
  const parts = [usage, ...counted].map((part) => partOf(part, warnings));
  const sum = (name: keyof Part): number => parts.reduce((total, part) => total + part[name], 0);
  const others = foreign.map(
    (each): ModelUsage => ({
      model: each['model'] as string,
      quantities: quantitiesOf(partOf(each, warnings)),
    }),
  );
  for (const { model, quantities } of others) {
    const { input = 0, output = 0 } = quantities;
    warnings.push({
      code: 'usage-other-model',
      message: `${input} tokens in and ${output} out are ${model}'s, billed at its own price: they are in others, not in these quantities.`,
    });
  }
  if (unknown.length > 0 && !isSumOf(usage, [...own, ...unknown])) warnings.push(leftOut(unknown));
  const whole: Part = {
    input: sum('input'),
    output: sum('output'),
    cacheRead: sum('cacheRead'),
    cacheWrite: sum('cacheWrite'),
    cacheWrite5m: sum('cacheWrite5m'),
    cacheWrite1h: sum('cacheWrite1h'),
  };
  const webSearch = countOf(objectOf(usage, 'server_tool_use'), 'web_search_requests');
  return { quantities: { ...quantitiesOf(whole), ...used({ webSearch }) }, warnings, others };
}

function isOwn({ type }: Fields): boolean {
  return type === MESSAGE || type === COMPACTION;
}

function leftOut(iterations: readonly Fields[]): Warning {
  const all = (name: string): number => iterations.reduce((sum, each) => sum + countOf(each, name), 0);
  const kinds = [...new Set(iterations.map(({ type }) => shown(type)))].slice(0, 3).join(', ');
  const cached = all('cache_read_input_tokens') + all('cache_creation_input_tokens');
  const message = `${iterations.length} ${iterations.length === 1 ? 'iteration' : 'iterations'} of a kind not known here (${kinds}) used ${all('input_tokens')} tokens in, ${cached} of the cache and ${all('output_tokens')} out, which are not in these quantities.`;
  return { code: 'usage-unmetered', message };
}

type Part = Record<'input' | 'output' | 'cacheRead' | 'cacheWrite' | 'cacheWrite5m' | 'cacheWrite1h', number>;

function quantitiesOf({ input, output, ...cache }: Part): Reading['quantities'] {
  return { input, output, ...used(cache) };
}

// Whether the totals hold every iteration, compactions included.
function isSumOf(usage: Fields, iterations: readonly Fields[]): boolean {
  return ['input_tokens', 'output_tokens'].every(
    (name) => countOf(usage, name) === iterations.reduce((sum, each) => sum + countOf(each, name), 0),
  );
}

function partOf(part: Fields, warnings: Warning[]): Part {
  const written = countOf(part, 'cache_creation_input_tokens');
  const split = objectOf(part, 'cache_creation');
  const cacheWrite5m = countOf(split, 'ephemeral_5m_input_tokens');
  const cacheWrite1h = countOf(split, 'ephemeral_1h_input_tokens');
  const known = cacheWrite5m + cacheWrite1h;
  if (known > written && part['cache_creation_input_tokens'] != null) {
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
