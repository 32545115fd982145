import type { Dialect } from '../types.js';
import { type Fields, fieldsOf, textOf } from './fields.js';

const PART_DIALECTS: Readonly<Record<string, Dialect>> = {
  input_text: 'openai-responses',
  output_text: 'openai-responses',
  input_image: 'openai-responses',
  input_file: 'openai-responses',
  image_url: 'openai-chat',
  input_audio: 'openai-chat',
  tool_use: 'anthropic',
  tool_result: 'anthropic',
  thinking: 'anthropic',
  document: 'anthropic',
  'tool-call': 'ai-sdk',
  'tool-result': 'ai-sdk',
  reasoning: 'ai-sdk',
};

/**
 * Whose shape some messages have, by the first of them that shows it.
 *
 * @param items - Messages as they came.
 * @param tools - Tools as they came: a function's name stands beside its type in OpenAI's Responses API alone.
 *
 * @returns `"openai-chat"` where nothing tells: `{ role, content }` is common to all.
 */
export function dialectOf(items: readonly unknown[], tools: unknown): Dialect {
  for (const item of items) {
    const dialect = shownBy(fieldsOf(item));
    if (dialect) return dialect;
  }
  const isFlat = Array.isArray(tools) && tools.some((tool) => isFlatFunction(fieldsOf(tool)));
  return isFlat ? 'openai-responses' : 'openai-chat';
}

function isFlatFunction({ type, name }: Fields): boolean {
  return type === 'function' && typeof name === 'string';
}

function shownBy(item: Fields): Dialect | undefined {
  if (Array.isArray(item['parts'])) return 'gemini';
  if (item['tool_calls'] !== undefined || item['function_call'] !== undefined) return 'openai-chat';
  if (textOf(item['type']) !== undefined) return 'openai-responses';
  const { content } = item;
  if (!Array.isArray(content)) return undefined;
  for (const part of content) {
    const fields = fieldsOf(part);
    const type = textOf(fields['type']) ?? '';
    if (type === 'image') return fields['source'] === undefined ? 'ai-sdk' : 'anthropic';
    if (type === 'file') return fields['file'] === undefined ? 'ai-sdk' : 'openai-chat';
    if (Object.hasOwn(PART_DIALECTS, type)) return PART_DIALECTS[type];
  }
  return undefined;
}
