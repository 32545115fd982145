import type { Warning } from '../errors/index.js';
import { PromptCostError, shown } from '../errors/index.js';
import { METERS, type Quantities } from '../meters/index.js';
import { ANTHROPIC_FIELDS, anthropicQuantities } from './anthropic-usage.js';
import { assertQuantities } from './assert-quantities.js';
import { BEDROCK_FIELDS, bedrockQuantities } from './bedrock-usage.js';
import { GEMINI_FIELDS, geminiQuantities } from './gemini-usage.js';
import { CHAT, openAiQuantities, RESPONSES, type UsageReport } from './openai-usage.js';

/** What a call used, in meters that add up, and what is odd about the report. */
export interface NormalUsage {
  readonly quantities: Quantities;
  readonly warnings: readonly Warning[];
}

// Where a whole reply holds its usage.
const WITHIN = ['usage', 'usageMetadata'];

/**
 * What a provider reported, as disjoint quantities.
 *
 * Known shapes: OpenAI Chat Completions and Responses and whoever follows them, Anthropic, Gemini and Vertex, Bedrock Converse, whole
 * replies that hold one as `usage` or `usageMetadata`, and plain quantities by meter. Any other object is refused: a shape that is guessed is a bill that is wrong.
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
  const report = reportOf(usage);
  const inner = WITHIN.map((name) => report[name]).find(isObject);
  const known = read(report) ?? (inner && read(inner));
  if (known) return known;
  const fields = fieldsOf(report).slice(0, 5).map(shown).join(', ');
  throw new PromptCostError(
    'invalid-input',
    `This usage object has no shape known here (${fields === '' ? 'it is empty' : `its fields: ${fields}`}). Pass counts by meter: { input: 1200, output: 300 }.`,
  );
}

function read(report: UsageReport): NormalUsage | undefined {
  const fields = fieldsOf(report);
  const has = (names: readonly string[]): boolean => names.some((name) => fields.includes(name));
  if (has(ANTHROPIC_FIELDS)) return anthropicQuantities(report);
  if (has(GEMINI_FIELDS)) return geminiQuantities(report);
  if (has(BEDROCK_FIELDS)) return bedrockQuantities(report);
  if (has([CHAT.input, CHAT.output])) return openAiQuantities(report, CHAT);
  if (has([RESPONSES.input, RESPONSES.output])) return openAiQuantities(report, RESPONSES);
  if (!has(METERS)) return undefined;
  const quantities = Object.fromEntries(fields.map((field) => [field, report[field]]));
  assertQuantities(quantities);
  return { quantities, warnings: [] };
}

function reportOf(usage: unknown): UsageReport {
  if (isObject(usage)) return usage;
  throw new PromptCostError('invalid-input', `Usage is an object of counts, not ${shown(usage)}.`);
}

function isObject(value: unknown): value is UsageReport {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(report: UsageReport): string[] {
  return Object.keys(report).filter((field) => report[field] !== undefined);
}
