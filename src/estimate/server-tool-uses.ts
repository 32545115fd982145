import type { Warning } from '../errors/index.js';
import { type ModelRecord, type ServerToolRule, serverToolRule } from '../models/index.js';
import { type CountedPart, shownName, type TokenRange, type Tool } from '../request/index.js';
import type { EstimateRequest, ServerToolUse } from './types.js';

/** Uses that are counted where nothing bounds them: the rounds after which Anthropic pauses a call. */
const ALLOWED = 10;
const SIZES = ['low', 'likely', 'high'] as const;

/** What the provider's own tools may add to a call while it runs. */
export interface ServerToolUses {
  readonly uses: readonly ServerToolUse[];
  /** What they give to the model, as parts of the input. */
  readonly parts: readonly CountedPart[];
  readonly warnings: readonly Warning[];
}

/**
 * What the tools that the provider runs may add to a call.
 *
 * Each may run from never to as often as the request allows, and likely runs once. A use begins another round, in which the model
 * reads the prompt and all results so far once more: so is it billed. The largest results are taken to come first.
 *
 * @param tools - Of the request.
 * @param prompt - The counted input, which each round reads.
 */
export function serverToolUses(
  tools: readonly Tool[],
  { toolUses }: Pick<EstimateRequest, 'toolUses'>,
  prompt: TokenRange,
  record: ModelRecord,
): ServerToolUses {
  const { contextWindow: window = Infinity } = record;
  const run = tools
    .flatMap((tool) => {
      const rule = tool.kind === 'server' ? serverToolRule(tool.name) : undefined;
      return rule ? [{ tool, rule, result: resultOf(tool, rule), ...usesOf(tool, toolUses) }] : [];
    })
    .sort((a, b) => b.result.high - a.result.high);
  const context = { ...prompt };
  const parts = run.map(({ tool, rule, result, uses }): CountedPart => {
    const tokens = ranged((size) => {
      const [often, given] = [uses[size], result[size]];
      if (rule.once) return often * given;
      const read = readAgain(often, context[size], given, window);
      context[size] = Math.min(window, context[size] + often * given);
      return read;
    });
    return {
      path: `${tool.path}.results`,
      what: `results of ${shownName(tool.name)}`,
      tokens,
      meter: 'input',
      method: rule.once ? 'What its uses give.' : 'What its uses give, and the prompt read again after each.',
      apart: true,
    };
  });
  return {
    uses: run.map(({ tool, rule, uses }) => useOf(tool, rule, uses, record)),
    parts: parts.filter(({ tokens }) => tokens.high > 0),
    warnings: run.flatMap(({ tool, rule, isBounded }) =>
      isBounded || (rule.once && isByPrompt(rule, record)) ? [] : [unbounded(tool)],
    ),
  };
}

function usesOf(
  { maxUses }: Tool,
  stated: EstimateRequest['toolUses'],
): { readonly uses: TokenRange; readonly isBounded: boolean } {
  if (typeof stated === 'number') return { uses: ranged(() => stated), isBounded: true };
  const { expected = 1, max = Infinity } = stated ?? {};
  const most = Math.min(max, maxUses ?? Infinity);
  const isBounded = most < Infinity;
  const high = isBounded ? most : Math.max(ALLOWED, expected);
  return { uses: { low: 0, likely: Math.min(expected, high), high }, isBounded };
}

function resultOf({ maxResults, maxResultTokens }: Tool, { result, each }: ServerToolRule): TokenRange {
  const [low, likely, most] = result;
  const high = maxResultTokens ?? (each && maxResults !== undefined ? each * maxResults : most);
  return { low, likely: Math.min(likely, high), high };
}

/** Tokens of so many rounds after the first: each reads the prompt and the results of all before it, up to the context window. */
function readAgain(rounds: number, prompt: number, result: number, window: number): number {
  const room = Math.max(0, window - prompt);
  const growing = result > 0 ? Math.min(rounds, Math.floor(room / result)) : rounds;
  const full = rounds - growing;
  return growing * prompt + (result * growing * (growing + 1)) / 2 + full * Math.max(window, prompt);
}

function useOf(
  { path, name }: Tool,
  rule: ServerToolRule,
  uses: TokenRange,
  record: ModelRecord,
): ServerToolUse {
  const { meter, hours } = rule;
  const once = hours ?? (isByPrompt(rule, record) ? [1, 1, 1] : undefined);
  const quantity = once ? ranged((size, i) => (uses[size] > 0 ? once[i]! : 0)) : uses;
  return { path, what: `tool ${shownName(name)}`, uses, ...(meter && { meter, quantity }) };
}

/** All searches of a prompt are billed as one. */
function isByPrompt({ meter }: ServerToolRule, { searches }: ModelRecord): boolean {
  return meter === 'webSearch' && searches === 'by-prompt';
}

function unbounded({ path }: Tool): Warning {
  const message = `Nothing bounds how often ${path} runs in a call: the high cost is for ${ALLOWED} uses, and no worst case. Pass toolUses.max.`;
  return { code: 'server-tool-unbounded', message };
}

function ranged(of: (size: keyof TokenRange, i: number) => number): TokenRange {
  const [low, likely, high] = SIZES.map(of);
  return { low: low!, likely: likely!, high: high! };
}
