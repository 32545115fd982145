import type { Content } from '../../models/index.js';
import type { ReadRequest } from '../normal-request.js';
import type { CountedPart, CountedRequest, TokenRange } from '../types.js';
import { countApart, isApart } from './count-apart.js';
import { countMarked, type MarkedTokens } from './count-marked.js';
import { type CountedMessage, countMessage } from './count-message.js';
import { countResponseFormat } from './count-response-format.js';
import { type CountedTools, countTools } from './count-tools.js';
import type { Counter } from './counter.js';
import { isExact, rangeOf, sumOf } from './ranges.js';
import { signatureOf } from './signature.js';

/** A whole request, counted, with what is to be said of its texts. */
export interface CountedTexts extends CountedRequest {
  readonly letters: number;
  /** The texts of its messages alone. */
  readonly texts: TokenRange;
  /** What they are, where that decides their factors. */
  readonly contents: ReadonlySet<Content>;
  /** Present when the request marks what the provider's cache is to keep. */
  readonly marked?: MarkedTokens;
}

/**
 * Counts a request: each message, each tool, each picture, and what the provider puts around them.
 *
 * @param read - The request in normal form, with the caller's objects: what was counted of them before is remembered.
 * @param counter - The model's vocabulary, band and framing.
 * @param day - ISO date of the call.
 *
 * @returns The parts and their sum. It is `exact` only where the provider's framing is known and every part has zero width.
 */
export function countRequest(read: ReadRequest, counter: Counter, day: string): CountedTexts {
  return totalOf(read, counter, countPieces(read, counter, day));
}

/** The messages and the tools of a request, counted one by one. */
export interface CountedPieces {
  readonly messages: readonly CountedMessage[];
  readonly tools: CountedTools;
}

/** What {@link countRequest} adds up. */
export function countPieces({ request, sources }: ReadRequest, counter: Counter, day: string): CountedPieces {
  const messages = request.messages.map((message, i) => {
    const make = (): CountedMessage => countMessage(message, counter);
    return moved(counter.memo.recall(sources[i], signatureOf(message), make), message.path);
  });
  return { messages, tools: countTools(request, counter, day) };
}

/** {@link countRequest} of what is counted. */
export function totalOf(
  { request }: ReadRequest,
  counter: Counter,
  { messages, tools }: CountedPieces,
): CountedTexts {
  const { responseFormat, unread = [] } = request;
  const apart = unread.flatMap((part) => (isApart(part) ? [countApart(part, counter)] : []));
  const around = [
    ...(responseFormat ? [countResponseFormat(responseFormat, counter)] : []),
    ...apart.map(({ part }) => part),
    framing(counter),
  ];
  const parts = [...messages.flatMap((message) => message.parts), ...tools.parts, ...around];
  const marked = countMarked(request, counter, messages, tools, around);
  const tokens = sumOf(parts.map((part) => part.tokens));
  const low = Math.max(0, tokens.low);
  const isWide = counter.exactness === 'exact' && !isExact(tokens);
  return {
    tokens: { ...tokens, low },
    parts,
    exactness: isWide ? 'exact-text' : counter.exactness,
    basis: `${counter.basis} ${counter.framing.basis}`,
    ...(marked && { marked }),
    letters: messages.reduce((all, { letters }) => all + letters, 0),
    texts: sumOf(messages.map(({ texts }) => texts)),
    contents: new Set(messages.flatMap(({ contents }) => [...contents])),
    warnings: [...counter.warnings, ...[...messages, tools, ...apart].flatMap(({ warnings }) => warnings)],
  };
}

function framing(counter: Counter): CountedPart {
  return {
    path: 'request',
    what: 'framing',
    tokens: rangeOf(counter.framing.request),
    meter: 'input',
    method: 'What the provider adds once to a request.',
  };
}

// A conversation whose first messages were cut has the same ones at other places.
function moved(message: CountedMessage, path: string): CountedMessage {
  const old = message.parts[0]!.path;
  if (old === path) return message;
  return {
    ...message,
    parts: message.parts.map((part) => ({ ...part, path: path + part.path.slice(old.length) })),
    warnings: message.warnings.map((warning) => ({
      ...warning,
      message: path + warning.message.slice(old.length),
    })),
  };
}
