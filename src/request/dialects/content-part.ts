import type { Media } from '../media/media.js';
import type { Part } from '../types.js';
import { cacheMark } from './cache-mark.js';
import { defined, either, type Fields, fieldsOf, isFields, textOf } from './fields.js';
import { assertBounded, jsonText } from './json-text.js';
import {
  bedrockMedia,
  fileMedia,
  geminiMedia,
  imageUrlMedia,
  inputAudioMedia,
  sdkMedia,
  sourceMedia,
} from './media-part.js';
import { unknownParts, unreadParts } from './unknown-parts.js';

/** Reads a part of one type; `undefined` where the part is not of the shape that its type promises. */
type Reader = (part: Fields, path: string) => Part | undefined;

/**
 * The parts of some content, of any dialect.
 *
 * @param content - A string, a list of parts, one part, or nothing.
 * @param path - Where it stands.
 */
export function partsOf(content: unknown, path: string): Part[] {
  if (content === undefined || content === null || content === '') return [];
  if (!Array.isArray(content)) return partsIn(content, path);
  return Array.from(content, (each, i) => partsIn(each, `${path}[${i}]`)).flat();
}

/** One part of a content, and what stands in it that its type does not promise. What no dialect explains is kept as its JSON text. */
export function partsIn(part: unknown, path: string): Part[] {
  if (typeof part === 'string') return [{ kind: 'text', text: part, path }];
  if (!isFields(part)) return unknownParts(part, 'unknown', path);
  const type = textOf(part['type']);
  const read = (type === undefined ? geminiPart : readerOf(type))?.(part, path);
  const parts: readonly Part[] = read
    ? [...aboutIt(part, path), read, ...unreadParts(part, READ, path)]
    : unknownParts(part, type ?? 'unknown', path);
  // A mark is for all of it.
  return [...parts.slice(0, -1), { ...parts.at(-1)!, ...cacheMark(part) }];
}

/** What Anthropic shows of a document beside its content. */
function aboutIt({ title, context }: Fields, path: string): Part[] {
  return [...partsOf(title, `${path}.title`), ...partsOf(context, `${path}.context`)];
}

function readerOf(type: string): Reader | undefined {
  if (Object.hasOwn(READERS, type)) return READERS[type];
  // Anthropic's server tools answer with parts of their own: web_search_tool_result, mcp_tool_result …
  return type.endsWith('_tool_result') ? toolResult : undefined;
}

/** A part that is plain text, in one of its fields. */
function written(field: string, kind: 'text' | 'reasoning' = 'text'): Reader {
  return (part, path) => {
    const text = part[field];
    return typeof text === 'string' ? { kind, text, path } : undefined;
  };
}

function shown(media: Media, path: string): Part {
  return { kind: 'media', media, path };
}

function inputImage(part: Fields, path: string): Part {
  return shown(imageUrlMedia({ image_url: part['file_id'], ...part }), path);
}

const toolUse: Reader = (part, path) => {
  const name = textOf(part['name']) ?? textOf(part['toolName']);
  if (name === undefined) return undefined;
  const input = part['input'] ?? part['args'] ?? {};
  const text = typeof input === 'string' ? input : jsonText(input, path);
  return { kind: 'toolCall', ...idOf(part), name, arguments: text, path };
};

const toolResult: Reader = (part, path) => ({
  kind: 'toolResult',
  ...idOf(part),
  ...defined({ name: textOf(part['toolName']) }),
  parts: resultParts(part['content'] ?? part['output'] ?? part['result'], path),
  path,
});

/** A tool's result: text, parts, or any value, which is sent as JSON. */
export function resultParts(result: unknown, path: string): Part[] {
  assertBounded(result, path, ArrayBuffer.isView);
  // The AI SDK wraps it: { type: 'json', value }, { type: 'text', value }, { type: 'content', value: parts }.
  const value = isFields(result) && 'value' in result && 'type' in result ? result['value'] : result;
  const isParts = Array.isArray(value) && value.every(isPart);
  if (isParts) return partsOf(value, `${path}.content`);
  if (typeof value === 'string' || value === undefined || value === null) return partsOf(value, path);
  if (isFields(value) && textOf(value['type']) !== undefined && readerOf(value['type'] as string)) {
    return partsIn(value, path);
  }
  return [{ kind: 'text', text: jsonText(value, path), path }];
}

/** Whether a piece of a result is a part of a message: it has a type, or it is one of Bedrock's blocks. */
function isPart(value: unknown): boolean {
  if (!isFields(value)) return false;
  const [name, ...others] = Object.keys(value);
  const isBlock = others.length === 0 && ['text', 'json', 'image', 'document', 'video'].includes(name ?? '');
  return 'type' in value || isBlock;
}

/** Fields that the readers below look at. */
const READ: ReadonlySet<string> = new Set(
  (
    'type text summary refusal thinking data image_url file_id input_audio file image media url fileId file_data file_url detail source format ' +
    'content output result input args toolName name mediaType mimeType media_type inlineData inline_data fileData file_data functionCall ' +
    'function_call functionResponse function_response mediaResolution media_resolution videoMetadata video_metadata toolUse toolResult ' +
    'document video json title context'
  ).split(' '),
);

/** Names that providers use for the same thing. */
const READERS: Readonly<Record<string, Reader>> = {
  text: written('text'),
  input_text: written('text'),
  output_text: written('text'),
  refusal: written('refusal'),
  summary_text: written('text', 'reasoning'),
  reasoning_text: written('text', 'reasoning'),
  'reasoning.text': written('text', 'reasoning'),
  'reasoning.summary': written('summary', 'reasoning'),
  'reasoning.encrypted': (part, path) => encrypted(part['data'], path),
  thinking: written('thinking', 'reasoning'),
  reasoning: written('text', 'reasoning'),
  // The AI SDK marks where an answer's next step begins.
  'step-start': (_, path) => ({ kind: 'text', text: '', path }),
  redacted_thinking: (part, path) => encrypted(part['data'], path),
  image_url: (part, path) => shown(imageUrlMedia(part), path),
  input_image: inputImage,
  computer_screenshot: inputImage,
  input_audio: (part, path) => shown(inputAudioMedia(part), path),
  input_file: (part, path) => shown(fileMedia(part), path),
  file: (part, path) => shown(isFields(part['file']) ? fileMedia(part) : sdkMedia(part), path),
  image: (part, path) =>
    shown(isFields(part['source']) ? sourceMedia('image', part['source']) : sdkMedia(part, 'image'), path),
  media: (part, path) => shown(sdkMedia(part), path),
  audio: (part, path) => shown(sdkMedia(part, 'audio'), path),
  'image-data': (part, path) => shown(sdkMedia(part, 'image'), path),
  'image-url': (part, path) => shown(sdkMedia(part, 'image'), path),
  'file-data': (part, path) => shown(sdkMedia(part), path),
  'file-url': (part, path) => shown(sdkMedia(part), path),
  document: (part, path) => document(fieldsOf(part['source']), path),
  tool_use: toolUse,
  server_tool_use: toolUse,
  mcp_tool_use: toolUse,
  'tool-call': toolUse,
  tool_result: toolResult,
  'tool-result': toolResult,
  'tool-error': toolResult,
};

function document(source: Fields, path: string): Part | undefined {
  if (source['type'] === 'text' && typeof source['data'] === 'string') {
    return { kind: 'text', text: source['data'], path };
  }
  if (source['type'] === 'content') {
    assertBounded(source['content'], path, ArrayBuffer.isView);
    return { kind: 'toolResult', parts: partsOf(source['content'], path), path };
  }
  return shown(sourceMedia('document', source), path);
}

/** Reasoning that only the provider can read. */
export function encrypted(data: unknown, path: string): Part | undefined {
  return typeof data === 'string' ? { kind: 'unknown', type: 'encrypted', json: data, path } : undefined;
}

/** Gemini's parts have no `type`: the field that is there says it. */
const geminiPart: Reader = (part, path) => {
  if (typeof part['text'] === 'string') {
    return { kind: part['thought'] === true ? 'reasoning' : 'text', text: part['text'], path };
  }
  if (either(part, 'inlineData', 'inline_data') ?? either(part, 'fileData', 'file_data')) {
    return shown(geminiMedia(part), path);
  }
  const call = either(part, 'functionCall', 'function_call');
  if (isFields(call)) return toolUse(call, path);
  const answer = either(part, 'functionResponse', 'function_response');
  if (!isFields(answer)) return bedrockPart(part, path);
  assertBounded(answer['parts'], path, ArrayBuffer.isView);
  return {
    kind: 'toolResult',
    ...idOf(answer),
    ...defined({ name: textOf(answer['name']) }),
    parts: [
      ...resultParts(answer['response'], path),
      ...partsOf(answer['parts'], `${path}.functionResponse.parts`),
    ],
    path,
  };
};

/** Bedrock's blocks have no `type` either: each is an object under its own name. */
const bedrockPart: Reader = (part, path) => {
  const { toolUse: use, toolResult: result, cachePoint, json } = part;
  if (isFields(use)) return toolUse({ ...use, id: use['toolUseId'] }, path);
  if (isFields(result)) return toolResult({ ...result, tool_use_id: result['toolUseId'] }, path);
  if (json !== undefined) return { kind: 'text', text: jsonText(json, path), path };
  if (cachePoint !== undefined) return { kind: 'text', text: '', path };
  const media = (['image', 'document', 'video'] as const).find((name) => isFields(part[name]));
  return media && shown(bedrockMedia(media, fieldsOf(part[media])), path);
};

function idOf(part: Fields): { readonly id?: string } {
  return defined({
    id:
      textOf(part['tool_use_id']) ??
      textOf(part['toolCallId']) ??
      textOf(part['call_id']) ??
      textOf(part['id']),
  });
}
