import type { Warning } from '../../errors/index.js';
import { hasOtherWords } from '../framing/has-other-words.js';
import { isMeasured } from '../framing/is-measured.js';
import { functionType, NAMESPACE_WORDS, namespaceText } from '../framing/namespace-text.js';
import { GOOGLE_WORDS, schemaTexts } from '../framing/schema-texts.js';
import type { CountedPart, NormalRequest, TokenRange, Tool } from '../types.js';
import { type Counter, textTokens } from './counter.js';
import { atLeastNone, exactly, isExact, NO_TOKENS, rangeOf, sumOf } from './ranges.js';
import { shownName } from './shown-name.js';
import { toolPrompt } from './tool-prompt.js';

/** The tools of a request, counted: one part a tool, and one for what surrounds them. */
export interface CountedTools {
  readonly parts: readonly CountedPart[];
  readonly warnings: readonly Warning[];
}

/** How far the provider's text of a schema that was never compared may be from ours. */
const UNMEASURED = { low: 0.9, high: 1.1, tokens: 4 };
/** A server tool that nobody has measured: from nothing to a long hidden instruction. */
const UNMEASURED_SERVER: TokenRange = { low: 0, likely: 300, high: 3_000 };

const METHODS = {
  namespace: 'As a type in the TypeScript namespace that the model reads.',
  json: 'As its JSON text, in words that the provider does not publish.',
  texts: 'The texts of its name, descriptions, enums, required names and keys.',
} as const;

/**
 * Counts the tools of a request.
 *
 * @param request - In normal form.
 * @param counter - The model's.
 * @param day - ISO date: the hidden instructions of tools are revised.
 */
export function countTools(request: NormalRequest, counter: Counter, day: string): CountedTools {
  const { tools, toolChoice } = request;
  if (tools.length === 0) return { parts: [], warnings: [] };
  const choice = typeof toolChoice === 'object' ? 'any' : toolChoice;
  const definitions = tools.map((tool) => JSON.stringify(tool));
  const signature = [day, choice, request.dialect, systemText(request), ...definitions];
  return counter.memo.recall('tools', signature, () => counted(request, counter, day));
}

function counted(request: NormalRequest, counter: Counter, day: string): CountedTools {
  const { tools } = request;
  const { framing, record } = counter;
  const own = tools.map((tool) => toolPart(tool, counter));
  const around = sumOf([
    toolPrompt(framing.tools, record.id, request, day),
    framing.tools.form === 'namespace' ? namespaceRest(tools, counter) : NO_TOKENS,
    framing.tools.onceWithSystem === undefined ? NO_TOKENS : lineAfter(systemText(request), counter),
    request.dialect === 'openai-responses' ? rangeOf(framing.tools.responses ?? 0) : NO_TOKENS,
  ]);
  const frame: CountedPart = {
    path: 'tools',
    what: 'instructions for tools',
    tokens: around,
    meter: 'input',
    method: isExact(around)
      ? 'As the provider publishes it or was measured to add it.'
      : 'Between the least and the most that was measured.',
  };
  return { parts: [...own, frame], warnings: tools.flatMap((tool) => serverWarning(tool, counter)) };
}

function toolPart(tool: Tool, counter: Counter): CountedPart {
  const { name, kind, path } = tool;
  const { form } = counter.framing.tools;
  const common = { path, what: `tool ${shownName(name)}`, meter: 'input' } as const;
  if (kind === 'server') {
    const tokens = sumOf([serverTokens(tool, counter) ?? UNMEASURED_SERVER, settings(tool, counter)]);
    return {
      ...common,
      tokens,
      method: 'A tool of the provider: what is published or was measured of its kind.',
      apart: true,
    };
  }
  return { ...common, tokens: atLeastNone(functionTokens(tool, counter)), method: METHODS[form] };
}

function functionTokens(tool: Tool, counter: Counter): TokenRange {
  const { form, each, inline, measured = [] } = counter.framing.tools;
  switch (form) {
    case 'texts':
      return sumOf([textsTokens(tool, counter), rangeOf(each)]);
    case 'json':
      return sumOf([textTokens(definition(tool), counter), rangeOf(each)]);
    case 'namespace': {
      const text = textTokens(functionType(tool, { inline }), counter);
      if (!isMeasured(tool.parameters, measured)) return sumOf([bounded(text, tool, counter), rangeOf(each)]);
      return sumOf([tool.description?.includes('\n') ? widened(text) : text, rangeOf(each)]);
    }
  }
}

// A schema given as JSON Schema was not counted at all, only the name and the description.
function textsTokens(tool: Tool, counter: Counter): TokenRange {
  const count = (texts: readonly string[]): TokenRange =>
    sumOf(texts.map((text) => textTokens(text, counter)));
  const { likely, high } = count(schemaTexts(tool));
  const isAll = !hasOtherWords(tool.parameters, [GOOGLE_WORDS]);
  return {
    low: count([tool.name, tool.description ?? '']).low,
    likely,
    high: isAll ? high : Math.max(high, textTokens(definition(tool), counter).high),
  };
}

// How a description of several lines is indented was seen once, within a token.
function widened({ low, likely, high }: TokenRange): TokenRange {
  return {
    low: Math.max(0, Math.floor(low * UNMEASURED.low) - UNMEASURED.tokens),
    likely,
    high: Math.ceil(high * UNMEASURED.high) + UNMEASURED.tokens,
  };
}

// At most the JSON itself, which repeats each key that the TypeScript leaves out. Where that leaves out other words too, as a `$ref`
// at the root or a pattern, the likely number is halfway to the JSON.
function bounded(text: TokenRange, tool: Tool, counter: Counter): TokenRange {
  const { low, likely, high } = widened(text);
  const json = textTokens(definition(tool), counter);
  const isAll = !hasOtherWords(tool.parameters, NAMESPACE_WORDS);
  return {
    low,
    likely: isAll ? likely : Math.max(likely, Math.round((likely + json.likely) / 2)),
    high: Math.max(high, json.high),
  };
}

// Two types that meet may share a token, and the namespace's own lines belong to none of them.
function namespaceRest(tools: readonly Tool[], counter: Counter): TokenRange {
  const { inline } = counter.framing.tools;
  const functions = tools.filter(({ kind }) => kind === 'function');
  if (functions.length === 0) return NO_TOKENS;
  const { likely } = textTokens(namespaceText(functions, { inline }), counter);
  const apart = functions.map((tool) => textTokens(functionType(tool, { inline }), counter).likely);
  return exactly(likely - apart.reduce((all, each) => all + each, 0));
}

/** How much of a text's end decides what a line break after it costs. */
const TAIL = 64;

// The namespace follows the first system message on a new line, which may share a token with the text before it.
function lineAfter(text: string | undefined, counter: Counter): TokenRange {
  if (text === undefined) return NO_TOKENS;
  const tail = text.slice(-TAIL);
  return exactly(textTokens(`${tail}\n`, counter).likely - textTokens(tail, counter).likely);
}

function systemText({ messages }: NormalRequest): string | undefined {
  const system = messages.find(({ role }) => role === 'system' || role === 'developer');
  const last = system?.parts.at(-1);
  return last?.kind === 'text' ? last.text : undefined;
}

/** A tool as providers have it in JSON. */
function definition({ name, description, parameters }: Tool): string {
  return JSON.stringify({ name, description, parameters });
}

function settings({ description }: Tool, counter: Counter): TokenRange {
  const { high } = textTokens(description ?? '', counter);
  return { low: 0, likely: 0, high };
}

function serverTokens({ type = '' }: Tool, { framing }: Counter): TokenRange | undefined {
  const kin = Object.entries(framing.tools.server ?? {})
    .filter(([start]) => type.startsWith(start))
    .sort(([a], [b]) => b.length - a.length)[0];
  return kin && rangeOf(kin[1]);
}

function serverWarning(tool: Tool, counter: Counter): Warning[] {
  if (tool.kind !== 'server' || serverTokens(tool, counter)) return [];
  const message = `${tool.path} is a tool that the provider runs and whose hidden tokens are not known: up to ${UNMEASURED_SERVER.high} are allowed for it, and nothing for a fee.`;
  return [{ code: 'server-tool-unmeasured', message }];
}
