import { PromptCostError, reading } from '../../errors/index.js';
import type { Message, Part } from '../types.js';
import { cacheMark } from './cache-mark.js';
import { encrypted, partOf, partsOf, resultParts } from './content-part.js';
import { defined, type Fields, isFields, textOf } from './fields.js';
import { jsonText } from './json-text.js';

/** More are refused: reading them alone takes longer than a caller should wait. */
const MOST_MESSAGES = 100_000;

/**
 * Messages of any dialect in one form, one for each item.
 *
 * @param items - OpenAI's chat messages or Responses items, Anthropic's messages, Gemini's contents, the AI SDK's messages, or strings.
 * @param name - What the list is called, for the paths.
 */
export function messagesOf(items: readonly unknown[], name: string): Message[] {
  if (items.length > MOST_MESSAGES) {
    throw new PromptCostError(
      'invalid-input',
      `${name} has ${items.length} items, and at most ${MOST_MESSAGES} are counted. Pass input, a count made elsewhere.`,
    );
  }
  return Array.from(items, (item, i) => messageOf(item, `${name}[${i}]`));
}

/** One message; what cannot be read is a typed error that names its place and never shows it. */
export function messageOf(item: unknown, path: string): Message {
  return reading(path, () => read(item, path));
}

/** The system text or its blocks, as one message. */
export function systemMessage(system: unknown): Message {
  const content = isFields(system) && Array.isArray(system['parts']) ? system['parts'] : system;
  return messageOf({ role: 'system', content }, 'system');
}

function read(item: unknown, path: string): Message {
  if (!isFields(item)) return { role: 'user', parts: partsOf(item, path), path };
  const { type, role } = item;
  if (typeof type === 'string' && Object.hasOwn(ITEMS, type)) return ITEMS[type]!(item, path);
  if (Array.isArray(item['parts'])) {
    return { role: textOf(role) ?? 'user', parts: partsOf(item['parts'], `${path}.parts`), path };
  }
  if (typeof role === 'string') return chatMessage(item, role, path);
  // A part that stands alone, as in the Responses API, or something that no dialect explains.
  return { role: 'user', parts: [partOf(item, path)], path };
}

/** `{ role, content }` with what OpenAI, DeepSeek and others put beside the content. */
function chatMessage(item: Fields, role: string, path: string): Message {
  const { content, refusal, function_call: call, tool_calls: calls } = item;
  const parts = partsOf(content, typeof content === 'string' ? path : `${path}.content`);
  const refused = textOf(refusal);
  if (refused) parts.push({ kind: 'text', text: refused, path });
  const thought = textOf(item['reasoning_content']);
  if (thought) parts.unshift({ kind: 'reasoning', text: thought, path });
  if (Array.isArray(calls)) parts.push(...calls.map((each, i) => chatCall(each, `${path}.tool_calls[${i}]`)));
  if (isFields(call)) parts.push(chatCall({ function: call }, `${path}.function_call`));
  const name = textOf(item['name']);
  const mark = cacheMark(item);
  const isWrapped = parts.some(({ kind }) => kind === 'toolResult');
  if ((role === 'tool' || role === 'function') && !isWrapped) {
    const id = textOf(item['tool_call_id']);
    return { role, parts: [{ kind: 'toolResult', ...defined({ id, name }), parts, path }], path, ...mark };
  }
  return { role, ...defined({ name }), parts, path, ...mark };
}

/** One of `tool_calls`: a function's, or a custom tool's with its input as plain text. */
function chatCall(call: unknown, path: string): Part {
  const fields = isFields(call) ? call : {};
  const called = [fields['function'], fields['custom']].find(isFields);
  const name = textOf(called?.['name']);
  if (!called || name === undefined) {
    return { kind: 'unknown', type: 'tool_call', json: jsonText(call, path), path };
  }
  const id = textOf(fields['id']);
  return { kind: 'toolCall', ...defined({ id }), name, arguments: argumentText(called, path), path };
}

function argumentText(call: Fields, path: string): string {
  const given = call['arguments'] ?? call['input'] ?? '';
  return typeof given === 'string' ? given : jsonText(given, path);
}

const itemCall = (item: Fields, path: string): Message => ({
  role: 'assistant',
  parts: [
    {
      kind: 'toolCall',
      ...defined({ id: textOf(item['call_id']) }),
      name: textOf(item['name']) ?? '',
      arguments: argumentText(item, path),
      path,
    },
  ],
  path,
});

const itemResult = (item: Fields, path: string): Message => ({
  role: 'tool',
  parts: [
    {
      kind: 'toolResult',
      ...defined({ id: textOf(item['call_id']) }),
      parts: resultParts(item['output'], path),
      path,
    },
  ],
  path,
});

const itemReasoning = (item: Fields, path: string): Message => {
  const sealed = encrypted(item['encrypted_content'], `${path}.encrypted_content`);
  const parts = [
    ...partsOf(item['summary'], `${path}.summary`),
    ...partsOf(item['content'], `${path}.content`),
  ];
  return { role: 'assistant', parts: sealed ? [...parts, sealed] : parts, path };
};

/** Items of OpenAI's Responses API that are not messages. */
const ITEMS: Readonly<Record<string, (item: Fields, path: string) => Message>> = {
  function_call: itemCall,
  custom_tool_call: itemCall,
  function_call_output: itemResult,
  custom_tool_call_output: itemResult,
  reasoning: itemReasoning,
};
