import type { CacheLifetime, CountedPart, NormalRequest, Part, TokenRange } from '../types.js';
import { type CountedMessage, countMessage } from './count-message.js';
import type { CountedTools } from './count-tools.js';
import type { Counter } from './counter.js';
import { atLeastNone, NO_TOKENS, sumOf } from './ranges.js';

/** Tokens that a request asks the provider's cache to keep, by how long: the prompt up to the last mark. */
export type MarkedTokens = Readonly<Record<CacheLifetime, TokenRange>>;

/** Where a mark stands: on a tool, on a message, or on a part of one. */
interface Mark {
  readonly ttl: CacheLifetime;
  readonly tool?: number;
  readonly message?: number;
  readonly part?: number;
}

/**
 * The marks of a request for the provider's cache, in the order of the prompt: tools, system text, messages.
 *
 * @param request - In normal form.
 */
export function marksIn({ tools, messages }: NormalRequest): readonly Mark[] {
  return [
    ...tools.flatMap(({ cached }, tool) => (cached ? [{ ttl: cached, tool }] : [])),
    ...messages.flatMap(({ parts, cached }, message): Mark[] => [
      ...parts.flatMap((each, part) => lifetimesOf(each).map((ttl) => ({ ttl, message, part }))),
      ...(cached ? [{ ttl: cached, message }] : []),
    ]),
  ];
}

function lifetimesOf(part: Part): CacheLifetime[] {
  const inner = part.kind === 'toolResult' ? part.parts.flatMap(lifetimesOf) : [];
  return part.cached ? [...inner, part.cached] : inner;
}

/**
 * Counts what the marks of a request cover. What stands before the last mark of an hour is kept for an hour, and what follows it up to
 * the last mark for five minutes.
 *
 * @param request - In normal form.
 * @param counter - The model's.
 * @param messages - Its messages, counted.
 * @param tools - Its tools, counted.
 * @param around - What else is in the prompt, at a place that the provider does not tell: the high numbers have it.
 *
 * @returns The tokens of either; `undefined` without a mark.
 */
export function countMarked(
  request: NormalRequest,
  counter: Counter,
  messages: readonly CountedMessage[],
  tools: CountedTools,
  around: readonly CountedPart[],
): MarkedTokens | undefined {
  const marks = marksIn(request);
  const last = marks.at(-1);
  if (!last) return undefined;
  const { high } = sumOf(around.map(({ tokens }) => tokens));
  const upTo = (mark: Mark): TokenRange =>
    sumOf([...partsUpTo(mark).map(({ tokens }) => tokens), { low: 0, likely: 0, high }]);
  const hours = marks.findLast(({ ttl }) => ttl === '1h');
  const all = upTo(last);
  const hour = hours ? upTo(hours) : NO_TOKENS;
  return { '1h': atLeastNone(hour), '5m': atLeastNone(minus(all, hour)) };

  function partsUpTo({ tool, message: at = 0, part }: Mark): CountedPart[] {
    // The instructions for tools come last in their list, and first in the prompt.
    if (tool !== undefined) return [...tools.parts.slice(0, tool + 1), tools.parts.at(-1)!];
    const message = request.messages[at]!;
    const isWhole = part === undefined || part === message.parts.length - 1;
    const cut = { ...message, parts: message.parts.slice(0, (part ?? 0) + 1) };
    const end = isWhole ? messages[at]! : countMessage(cut, counter);
    return [...tools.parts, ...messages.slice(0, at).flatMap((each) => each.parts), ...end.parts];
  }
}

function minus(a: TokenRange, b: TokenRange): TokenRange {
  return { low: a.low - b.low, likely: a.likely - b.likely, high: a.high - b.high };
}
