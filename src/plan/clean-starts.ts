import { type Message, normalRequest } from '../request/index.js';
import { createOpenCalls } from './open-calls.js';
import { isResult } from './tool-links.js';

/** Where a list of messages can be cut. */
export interface CleanStarts {
  /** Places of the messages that stay whatever is cut: those of the system. */
  readonly system: readonly number[];
  /** Places at which what is kept may begin, the last one first. */
  readonly starts: readonly number[];
}

/**
 * Where a conversation can be cut, so that what is left begins with words of the user and holds the call of every result of a tool.
 *
 * @param messages - Of any dialect.
 */
export function cleanStarts(messages: readonly unknown[]): CleanStarts {
  // One message in normal form for each of the caller's, read one by one: a dialect may fold several into one.
  const normal = messages.map((message) => normalRequest({ messages: [message] }).messages);
  const calls = createOpenCalls();
  const earliest = normal.map((each, i) => calls.read(i, each, messages[i]));
  const starts: number[] = [];
  let needed = normal.length; // the first message that this one, or one after it, cannot do without
  for (let i = normal.length - 1; i >= 0; i--) {
    needed = Math.min(needed, earliest[i]!);
    if (needed >= i && normal[i]!.some(isUsers)) starts.push(i);
  }
  const system = normal.flatMap((each, i) => (each.length > 0 && each.every(isSystem) ? [i] : []));
  return { system, starts };
}

function isSystem({ role }: Message): boolean {
  return role === 'system' || role === 'developer';
}

/** Words or pictures of the user, and nothing that a tool gave back. */
function isUsers({ role, parts }: Message): boolean {
  return role === 'user' && parts.some(({ kind }) => kind !== 'unknown') && !parts.some(isResult);
}
