import { PromptCostError, type Warning } from '../../errors/index.js';
import type { Framing } from '../../models/index.js';
import type { ReadRequest } from '../normal-request.js';
import { countPrompt } from '../templates/count-prompt.js';
import type { ChatTemplate, RenderedPrompt, TemplateOptions } from '../templates/types.js';
import type { CountedPart, NormalRequest } from '../types.js';
import { type CountedTexts, countRequest } from './count-request.js';
import type { Counter } from './counter.js';
import { createMemo } from './memo.js';
import { exactly, sumOf } from './ranges.js';

/** Nothing around anything: what is left of a count is its texts. */
const BARE: Framing = {
  basis: '',
  sources: [],
  request: 0,
  message: 0,
  name: 0,
  toolCall: 0,
  toolResult: 0,
  tools: { form: 'json', once: 0, each: 0 },
  responseFormat: 0,
};

/** A counter of texts alone for each counter; it remembers its own counts. */
const bareCounters = new WeakMap<Counter, Counter>();

/**
 * Counts a request to an open model by the prompt that its chat template renders.
 *
 * The likely number is that of the rendered prompt, and of what has no place in it: media, and tools that the template ignores. The
 * bounds are those of {@link countRequest}, widened to hold it, because a host may render in another way. A request that the
 * template refuses is counted without it, and a warning says why.
 *
 * @param counter - The model's own: not that of a fallback.
 * @param day - ISO date of the call.
 */
export function countRendered(
  read: ReadRequest,
  counter: Counter,
  day: string,
  template: ChatTemplate,
  options: Omit<TemplateOptions, 'date'> = {},
): CountedTexts {
  const framed = countRequest(read, counter, day);
  const prompt = promptOf(template, read.request, { ...options, date: new Date(day) });
  if ('code' in prompt) return { ...framed, warnings: [...framed.warnings, prompt] };
  const outside = outsideOf(read.request, prompt);
  const apart = framed.parts.filter(({ path }) => outside.has(path));
  const inside = countRequest(read, bareCounter(counter), day)
    .parts.filter(({ path }) => !outside.has(path) && path !== 'request' && path !== 'tools')
    .map((part): CountedPart => ({ ...part, tokens: exactly(part.tokens.likely) }));
  const around = sumOf(apart.map(({ tokens }) => tokens));
  const rendered = countPrompt(prompt, counter.encoding);
  const tokens = {
    low: Math.min(framed.tokens.low, rendered + around.low),
    likely: rendered + around.likely,
    high: Math.max(framed.tokens.high, rendered + around.high),
  };
  const rest = sumOf([...inside, ...apart].map((part) => part.tokens));
  const frame: CountedPart = {
    path: 'request',
    what: 'framing',
    tokens: {
      low: tokens.low - rest.low,
      likely: tokens.likely - rest.likely,
      high: tokens.high - rest.high,
    },
    meter: 'input',
    method: `What the chat template ${template.name} writes around the texts, counted in the rendered prompt.`,
  };
  return {
    ...framed,
    tokens,
    parts: [...inside, ...apart, frame],
    basis: `${counter.basis} The prompt was rendered with its published chat template, ${template.name}; ${counter.framing.basis}`,
  };
}

/** Paths of what is not in the rendered prompt, or only as a placeholder. */
function outsideOf(
  { messages, tools, unread = [] }: NormalRequest,
  { omitted }: RenderedPrompt,
): ReadonlySet<string> {
  const outside = new Set([...omitted, ...unread.map(({ path }) => path)]);
  if (tools.some(({ path }) => outside.has(path))) outside.add('tools');
  for (const { parts } of messages) {
    for (const part of parts) {
      const inner = part.kind === 'toolResult' ? part.parts : [part];
      for (const { kind, path } of inner) if (kind === 'media') outside.add(path);
    }
  }
  return outside;
}

function promptOf(
  template: ChatTemplate,
  request: NormalRequest,
  options: TemplateOptions,
): RenderedPrompt | Warning {
  try {
    return template.prompt(request, options);
  } catch (error) {
    if (!(error instanceof PromptCostError) || error.code !== 'invalid-input') throw error;
    return {
      code: 'template-refused',
      message: `${error.message} The request is counted without it.`,
    };
  }
}

function bareCounter(counter: Counter): Counter {
  const known = bareCounters.get(counter) ?? { ...counter, framing: BARE, memo: createMemo() };
  bareCounters.set(counter, known);
  return known;
}
