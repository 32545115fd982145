import { PromptCostError, shown } from '../../errors/index.js';
import type { Message, NormalRequest, Part } from '../types.js';
import type { Chat, ChatMessage } from './chat-message.js';
import { messageOf, resultOf } from './chat-message-of.js';
import { chatTools } from './chat-tools.js';
import { joinedTurns } from './joined-turns.js';
import type { TemplateFile } from './template-file.js';

/** Other words for the roles that templates know. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['developer', 'system'],
  ['model', 'assistant'],
  ['function', 'tool'],
]);

/** The request in the form that a template is written for. */
export function chatOf(request: NormalRequest, file: TemplateFile): Chat {
  const omitted: string[] = [];
  const names = callNames(request);
  const messages = request.messages.flatMap((message) => messagesOf(message, file, names, omitted));
  if (request.responseFormat) omitted.push('responseFormat');
  return {
    messages: file.merges ? joinedTurns(messages, file) : messages,
    tools: chatTools(request.tools, file, omitted),
    omitted,
  };
}

/** Which tool each call names: id of the call → name. */
function callNames(request: NormalRequest): ReadonlyMap<string, string> {
  const calls = request.messages.flatMap(({ parts }) => parts.filter((part) => part.kind === 'toolCall'));
  return new Map(calls.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name] as const])));
}

/** The message, and each result of a tool in it as a message of its own. */
function messagesOf(
  message: Message,
  file: TemplateFile,
  names: ReadonlyMap<string, string>,
  omitted: string[],
): ChatMessage[] {
  const role = ROLES.get(message.role) ?? message.role;
  const messages: ChatMessage[] = [];
  let own: Part[] = [];
  const flush = (): void => {
    if (own.length > 0) messages.push(messageOf(role, own, file, omitted));
    own = [];
  };
  for (const part of message.parts) {
    if (part.kind === 'toolResult') {
      flush();
      messages.push(resultOf(part, file, names, omitted));
    } else own.push(part);
  }
  if (message.parts.length === 0) messages.push({ role, content: '' });
  flush();
  for (const each of messages) assertRole(each.role, message.path, file);
  return messages;
}

function assertRole(role: string, path: string, { name, roles }: TemplateFile): void {
  if (!roles || roles.includes(role)) return;
  throw new PromptCostError(
    'invalid-input',
    `The template ${name} has no role ${shown(role)} (${path}). It has: ${roles.join(', ')}.`,
  );
}
