import { PromptCostError, reading } from '../../errors/index.js';
import type { Media } from '../media/media.js';
import type { Message, Part } from '../types.js';
import { cacheMark } from './cache-mark.js';
import { encrypted, partsIn, partsOf, resultParts } from './content-part.js';
import { defined, either, type Fields, fieldsOf, isFields, textOf } from './fields.js';
import { jsonText } from './json-text.js';
import { bytesOf, sdkMedia } from './media-part.js';
import { unknownParts, unreadParts } from './unknown-parts.js';

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
  if (typeof type === 'string' && Object.hasOwn(ITEMS, type)) {
    const message = ITEMS[type]!(item, path);
    return { ...message, parts: [...message.parts, ...unreadParts(item, READ_IN_ITEMS, path)] };
  }
  if (Array.isArray(item['parts'])) {
    const parts = [...partsOf(item['parts'], `${path}.parts`), ...unreadParts(item, READ_BESIDE_PARTS, path)];
    return { role: textOf(role) ?? 'user', parts, path };
  }
  if (typeof role === 'string') return chatMessage(item, role, path);
  if (textOf(item['id']) && Object.keys(item).length === 1) return itemReference(item, path);
  // A part that stands alone, as in the Responses API, or something that no dialect explains.
  return { role: 'user', parts: partsIn(item, path), path };
}

const READ_IN_ITEMS = new Set(
  (
    'content summary encrypted_content arguments input output result name revised_prompt size quality background output_format action ' +
    'acknowledged_safety_checks'
  ).split(' '),
);
/** The AI SDK repeats the texts of its parts. */
const READ_BESIDE_PARTS = new Set(['parts', 'content']);
const READ_IN_CHATS = new Set(
  (
    'role content name refusal function_call tool_calls toolCalls tool_call_id reasoning_content reasoning reasoning_details thinking audio ' +
    'images experimental_attachments'
  ).split(' '),
);

/** `{ role, content }` with what OpenAI, DeepSeek, OpenRouter, Ollama and others put beside the content. */
function chatMessage(item: Fields, role: string, path: string): Message {
  const { content, refusal, function_call: call } = item;
  const calls = either(item, 'tool_calls', 'toolCalls');
  const parts = partsOf(content, typeof content === 'string' ? path : `${path}.content`);
  const refused = textOf(refusal);
  if (refused) parts.push({ kind: 'text', text: refused, path });
  parts.unshift(...thoughts(item, path));
  parts.push(...attached(item, path));
  if (Array.isArray(calls))
    parts.push(...calls.flatMap((each, i) => chatCall(each, `${path}.tool_calls[${i}]`)));
  if (isFields(call)) parts.push(...chatCall({ function: call }, `${path}.function_call`));
  const name = textOf(item['name']);
  const mark = cacheMark(item);
  const unread = unreadParts(item, READ_IN_CHATS, path);
  const isWrapped = parts.some(({ kind }) => kind === 'toolResult');
  if ((role === 'tool' || role === 'function') && !isWrapped) {
    const id = textOf(item['tool_call_id']);
    const result: Part = { kind: 'toolResult', ...defined({ id, name }), parts, path };
    return { role, parts: [result, ...unread], path, ...mark };
  }
  return { role, ...defined({ name }), parts: [...parts, ...unread], path, ...mark };
}

/** What was thought, told once: gateways give it as a text and in detail. */
function thoughts(item: Fields, path: string): Part[] {
  const details = item['reasoning_details'];
  if (Array.isArray(details) && details.length > 0) return partsOf(details, `${path}.reasoning_details`);
  const text = textOf(item['reasoning_content']) ?? textOf(item['reasoning']) ?? textOf(item['thinking']);
  return text === undefined ? [] : [{ kind: 'reasoning', text, path }];
}

/** Pictures and files beside a content, and a spoken answer of before: whole, or by an id that only the provider can open. */
function attached(item: Fields, path: string): Part[] {
  const { audio, images, experimental_attachments: files } = item;
  if ((audio ?? images ?? files) === undefined) return [];
  const listed = (list: unknown): unknown[] => (Array.isArray(list) ? list : []);
  return [
    ...listed(images).map((each): Part => media({ kind: 'image', ...bytesIn(each) }, `${path}.images`)),
    ...listed(files).map((each): Part => {
      const file = fieldsOf(each);
      return media(sdkMedia({ mediaType: file['contentType'], ...file }), `${path}.experimental_attachments`);
    }),
    ...(isFields(audio) ? [media({ kind: 'audio', ...bytesIn(audio['data']) }, `${path}.audio`)] : []),
  ];
}

function media(found: Media, path: string): Part {
  return { kind: 'media', media: found, path };
}

function bytesIn(data: unknown): Pick<Media, 'bytes'> {
  return defined({ bytes: bytesOf(data) });
}

/** One of `tool_calls`: a function's, or a custom tool's with its input as plain text. */
function chatCall(call: unknown, path: string): Part[] {
  const fields = isFields(call) ? call : {};
  const called = [fields['function'], fields['custom']].find(isFields);
  const name = textOf(called?.['name']);
  if (!called || name === undefined) return unknownParts(call, 'tool_call', path);
  const id = textOf(fields['id']);
  return [{ kind: 'toolCall', ...defined({ id }), name, arguments: argumentText(called, path), path }];
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

/** A picture that a tool of the provider has made; without its bytes it is as large as may be. */
const itemImage = (item: Fields, path: string): Message => {
  const { result, revised_prompt: prompt } = item;
  return {
    role: 'assistant',
    parts: [...partsOf(prompt, path), media({ kind: 'image', ...bytesIn(result) }, `${path}.result`)],
    path,
  };
};

function itemReference(_: Fields, path: string): never {
  throw new PromptCostError(
    'invalid-input',
    `${path} names an item that only the provider has. Pass the item in its place.`,
  );
}

/** Items of OpenAI's Responses API that are not messages. */
const ITEMS: Readonly<Record<string, (item: Fields, path: string) => Message>> = {
  function_call: itemCall,
  custom_tool_call: itemCall,
  function_call_output: itemResult,
  custom_tool_call_output: itemResult,
  computer_call_output: itemResult,
  image_generation_call: itemImage,
  item_reference: itemReference,
  reasoning: itemReasoning,
};
