import { PromptCostError, shown } from '../errors/index.js';
import { METERS, type Quantities } from '../meters/index.js';
import { assertQuantities } from './assert-quantities.js';
import { CHAT, openAiQuantities, RESPONSES } from './openai-usage.js';
import type { Warning } from './warning.js';

/** What a call used, in meters that add up, and what is odd about the report. */
export interface NormalUsage {
  readonly quantities: Quantities;
  readonly warnings: readonly Warning[];
}

// Input without the cached tokens: another shape under the same names.
const ELSEWHERE = ['cache_read_input_tokens', 'cache_creation_input_tokens', 'cache_creation'];

/**
 * What a provider reported, as disjoint quantities.
 *
 * Known shapes: OpenAI Chat Completions, OpenAI Responses, whoever follows them, whole replies that hold one as `usage`, and
 * plain quantities by meter. Any other object is refused: a shape that is guessed is a bill that is wrong.
 *
 * @param usage - The usage object, as it came.
 *
 * @returns Quantities by meter, with warnings.
 *
 * @example
 * ```ts
 * quantitiesOf({ prompt_tokens: 1000, completion_tokens: 50, prompt_tokens_details: { cached_tokens: 800 } });
 * // { quantities: { input: 200, output: 50, cacheRead: 800 }, warnings: [] }
 * ```
 */
export function quantitiesOf(usage: unknown): NormalUsage {
  if (typeof usage !== 'object' || usage === null || Array.isArray(usage)) {
    throw new PromptCostError('invalid-input', `Usage is an object of counts, not ${shown(usage)}.`);
  }
  const report = usage as Readonly<Record<string, unknown>>;
  const keys = Object.keys(report).filter((key) => report[key] !== undefined);
  const has = (names: readonly string[]): boolean => names.some((name) => keys.includes(name));
  if (!has(ELSEWHERE)) {
    if (has([CHAT.input, CHAT.output])) return openAiQuantities(report, CHAT);
    if (has([RESPONSES.input, RESPONSES.output])) return openAiQuantities(report, RESPONSES);
  }
  if (has(['usage']) && typeof report['usage'] === 'object') return quantitiesOf(report['usage']);
  if (has(METERS)) {
    assertQuantities(report);
    return { quantities: Object.fromEntries(keys.map((key) => [key, report[key]])), warnings: [] };
  }
  throw new PromptCostError(
    'invalid-input',
    `This usage object has no shape known here (${keys.length === 0 ? 'it is empty' : `its fields: ${keys.slice(0, 5).map(shown).join(', ')}`}). Pass counts by meter: { input: 1200, output: 300 }.`,
  );
}
