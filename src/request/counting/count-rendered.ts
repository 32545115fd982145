import { PromptCostError, type Warning } from '../../errors/index.js';
import type { Framing } from '../../models/index.js';
import type { ReadRequest } from '../normal-request.js';
import type { ChatTemplate, RenderedPrompt, TemplateOptions } from '../templates/types.js';
import type { CountedPart, NormalRequest } from '../types.js';
import { type CountedPieces, type CountedTexts, countPieces, totalOf } from './count-request.js';
import { countTools } from './count-tools.js';
import type { Counter } from './counter.js';
import { createMemo } from './memo.js';
import { exactly, sumOf } from './ranges.js';
import { rememberedCount } from './remembered-count.js';

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
 * bounds are those of `countRequest`, widened to hold it, because a host may render in another way. A request that the
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
  const pieces = countPieces(read, counter, day);
  const framed = totalOf(read, counter, pieces);
  const prompt = promptOf(template, read.request, { ...options, date: new Date(day) });
  if ('code' in prompt) return { ...framed, warnings: [...framed.warnings, prompt] };
  const outside = outsideOf(read.request, prompt);
  const apart = framed.parts.filter(({ path }) => outside.has(path));
  const inside = barePartsOf(read.request, counter, day, pieces).filter(({ path }) => !outside.has(path));
  const around = sumOf(apart.map(({ tokens }) => tokens));
  const rendered = tokensOf(prompt, counter);
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

/** One for each control token, and those of the texts between them. */
function tokensOf({ pieces }: RenderedPrompt, { encoding }: Counter): number {
  let tokens = 0;
  for (const { text, control } of pieces) tokens += control ? 1 : rememberedCount(text, encoding);
  return tokens;
}

/** The parts of the messages and the tools, without what stands around their texts. */
function barePartsOf(
  request: NormalRequest,
  counter: Counter,
  day: string,
  { messages, tools }: CountedPieces,
): CountedPart[] {
  const bareTools = counter.memo.recall('bare tools', [tools], () =>
    countTools(request, bareCounter(counter), day),
  );
  return [
    ...messages.flatMap(({ parts, bare }) =>
      parts.map(
        (part, i): CountedPart => ({ ...part, tokens: exactly(i === 0 ? bare : part.tokens.likely) }),
      ),
    ),
    ...bareTools.parts
      .filter(({ path }) => path !== 'tools')
      .map((part): CountedPart => ({ ...part, tokens: exactly(part.tokens.likely) })),
  ];
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
