import type { Warning } from '../errors/index.js';
import type { Content, Exactness } from '../models/index.js';
import {
  type CountedPart,
  type Counter,
  countRequest,
  lettersIn,
  lettersOf,
  type MarkedTokens,
  marksIn,
  type NormalRequest,
  type RenderedCount,
  readRequest,
  type TokenRange,
  type Tool,
  textTokens,
} from '../request/index.js';
import { type InputLesson, inputLesson } from './lesson.js';
import type { AppliedCalibration, EstimateRequest, PromptRequest } from './types.js';

/** The input of one call, counted. */
export interface CountedInput {
  readonly tokens: TokenRange;
  readonly exactness: Exactness;
  /** The vocabulary that counted; absent when nothing of ours did. */
  readonly encoding?: string;
  readonly basis: string;
  /** Code points of its texts. */
  readonly letters: number;
  /** What the tokens are made of; absent when the count was given. */
  readonly parts?: readonly CountedPart[];
  /** The tools that the provider runs: what they add while it answers is not counted here. */
  readonly serverTools?: readonly Tool[];
  readonly warnings: readonly Warning[];
  /** What a reply can teach of it, before any correction. */
  readonly lesson?: InputLesson | undefined;
  /** Present when the request marks what the provider's cache is to keep. */
  readonly marked?: MarkedTokens;
  /** Present when past replies corrected the tokens. */
  readonly calibration?: AppliedCalibration;
}

/**
 * The tokens of what a caller sends.
 *
 * A bare prompt is its text; a request with messages, tools or a response format is counted with all that surrounds them.
 *
 * @param day - ISO date of the call.
 * @param byTemplate - What counts by the model's chat template, if that is at hand.
 */
export function countInput(
  request: PromptRequest & Pick<EstimateRequest, 'thinking'>,
  counter: Counter,
  day: string,
  byTemplate?: RenderedCount,
): CountedInput {
  const { prompt, system, tools, messages, responseFormat, unread } = request;
  const isBare = [system, tools, messages, responseFormat, unread].every(
    (part) => (part ?? undefined) === undefined,
  );
  if (isBare) return countPrompt(prompt ?? '', counter);
  const read = readRequest(request);
  // A fallback's tokens are not those that the template's model has.
  const rendersWell = byTemplate && counter.exactness !== 'approximate';
  const counted = rendersWell
    ? byTemplate(read, counter, day, thinkingOf(request))
    : countRequest(read, counter, day);
  return {
    ...counted,
    encoding: counter.encoding.name,
    serverTools: runByProvider(read.request),
    lesson: inputLesson(read.request.dialect, counted),
  };
}

function thinkingOf({ thinking }: Pick<EstimateRequest, 'thinking'>): { readonly enableThinking?: boolean } {
  return thinking === undefined ? {} : { enableThinking: thinking };
}

/**
 * The tokens of a text: those of the model are the likely number. The low one goes down by the band of an approximate model; the
 * high one goes up by it, and adds what the provider may put around one message.
 */
function countPrompt(prompt: string, counter: Counter): CountedInput {
  const { encoding, record, exactness, basis, warnings } = counter;
  const contents = new Set<Content>();
  const text = textTokens(prompt, counter, contents);
  const most = record.framing?.high ?? 0;
  const tokens = { ...text, high: text.high + most };
  const parts: CountedPart[] = [
    {
      path: 'prompt',
      what: 'prompt',
      tokens: text,
      meter: 'input',
      method: `Its text with ${encoding.name}.`,
    },
    {
      path: 'request',
      what: 'framing',
      tokens: { low: 0, likely: 0, high: most },
      meter: 'input',
      method: 'What the provider may put around one message.',
    },
  ];
  return {
    tokens,
    exactness,
    encoding: encoding.name,
    basis,
    letters: lettersIn(prompt),
    parts,
    warnings,
    lesson: inputLesson('prompt', { exactness, parts, texts: text, contents }),
  };
}

/** A count made elsewhere: taken as it is. How much of it is marked for the cache is not told: all of it may be. */
export function givenCount(tokens: number, basis: string, request: PromptRequest): CountedInput {
  const range = { low: tokens, likely: tokens, high: tokens };
  const none = { low: 0, likely: 0, high: 0 };
  const { request: read } = readRequest({ ...request, responseFormat: undefined });
  const marks = marksIn(read);
  const isLong = marks.some(({ ttl }) => ttl === '1h');
  return {
    tokens: range,
    exactness: 'exact',
    basis,
    letters: lettersOf(request),
    serverTools: runByProvider(read),
    ...(marks.length > 0 && { marked: isLong ? { '1h': range, '5m': none } : { '1h': none, '5m': range } }),
    warnings: [],
  };
}

function runByProvider({ tools }: NormalRequest): Tool[] {
  return tools.filter(({ kind }) => kind === 'server');
}
