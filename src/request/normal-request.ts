import { checkFields, reading } from '../errors/index.js';
import { dialectOf } from './dialects/dialect-of.js';
import { messagesOf, systemMessage } from './dialects/messages.js';
import { responseFormatOf, toolChoiceOf } from './dialects/response-format.js';
import { toolsOf } from './dialects/tools.js';
import { unreadParts } from './dialects/unknown-parts.js';
import type { Media } from './media/media.js';
import type { Message, NormalRequest, Part } from './types.js';

/** What a caller sends, in the dialect of any provider. */
export interface RequestParts {
  readonly prompt?: string | undefined;
  readonly messages?: readonly unknown[] | undefined;
  readonly system?: unknown;
  readonly tools?: unknown;
  readonly responseFormat?: unknown;
  readonly toolChoice?: unknown;
  readonly mediaResolution?: Media['resolution'] | undefined;
  readonly unread?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A request in one form, whatever its dialect.
 *
 * A system text stands first, as a message of its own; a prompt is one message of the user. Parts that no dialect explains are kept
 * as `unknown`, never dropped.
 *
 * @param parts - From outside. Messages, tools and schemas are read, not checked against a provider's rules.
 *
 * @returns The request; what cannot be read is a typed error that names its path and never shows a text.
 *
 * @example
 * ```ts
 * normalRequest({ system: 'Be brief.', messages: [{ role: 'user', parts: [{ text: 'Why?' }] }] }).messages;
 * // [{ role: 'system', … }, { role: 'user', parts: [{ kind: 'text', text: 'Why?', … }], path: 'messages[0]' }]
 * ```
 */
export function normalRequest(parts: RequestParts): NormalRequest {
  checkFields('The request', parts, { prompt: 'string?', messages: 'array?' });
  return readRequest(parts).request;
}

/** A request in normal form, and what its messages were made of. */
export interface ReadRequest {
  readonly request: NormalRequest;
  /** The caller's own object of each message, in order: a name for a system text, nothing for another text. */
  readonly sources: readonly unknown[];
}

/** {@link normalRequest}, with the objects that the messages came from. */
export function readRequest(parts: RequestParts): ReadRequest {
  return reading('The request', () => readParts(parts));
}

function readParts(parts: RequestParts): ReadRequest {
  const { prompt, messages = [], system, tools } = parts;
  const before = isNothing(system) ? [] : [reading('system', () => systemMessage(system))];
  const sent = atResolution(messagesOf(messages, 'messages'), parts.mediaResolution);
  const after: Message[] =
    prompt === undefined
      ? []
      : [{ role: 'user', parts: [{ kind: 'text', text: prompt, path: 'prompt' }], path: 'prompt' }];
  const listed = tools === undefined || tools === null ? [] : reading('tools', () => toolsOf(tools));
  const responseFormat = reading('responseFormat', () => responseFormatOf(parts.responseFormat));
  const toolChoice = reading('toolChoice', () => toolChoiceOf(parts.toolChoice));
  const unread = reading('unread', () => unreadParts(parts.unread ?? {}, new Set()));
  const request: NormalRequest = {
    dialect: prompt === undefined ? dialectOf(messages, tools) : 'prompt',
    messages: [...before, ...sent, ...after],
    tools: listed,
    ...(responseFormat && { responseFormat }),
    ...(toolChoice && { toolChoice }),
    ...(unread.length > 0 && { unread }),
  };
  const objects = messages.map((item) => (typeof item === 'object' ? item : undefined));
  const top = typeof system === 'object' ? system : 'system';
  return { request, sources: [...before.map(() => top), ...objects] };
}

/** Messages of which each medium without a wish of its own is wished at one resolution. */
function atResolution(messages: readonly Message[], resolution: Media['resolution']): readonly Message[] {
  if (resolution === undefined) return messages;
  const wished = (parts: readonly Part[]): readonly Part[] =>
    parts.map((part): Part => {
      if (part.kind === 'media') return { ...part, media: { resolution, ...part.media } };
      return part.kind === 'toolResult' ? { ...part, parts: wished(part.parts) } : part;
    });
  return messages.map((message) => ({ ...message, parts: wished(message.parts) }));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
