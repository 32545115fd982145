import { PromptCostError } from '../../errors/index.js';
import type { Part, ToolCallPart, ToolResultPart } from '../types.js';
import type { ChatCall, ChatItem, ChatMessage } from './chat-message.js';
import type { TemplateFile } from './template-file.js';
import { isTooDeep } from './too-deep.js';

/** What one says in a message, and the calls made in it. */
export function messageOf(
  role: string,
  parts: readonly Part[],
  file: TemplateFile,
  omitted: string[],
): ChatMessage {
  const made = parts.filter((part) => part.kind === 'toolCall');
  const said = parts.filter(({ kind }) => kind !== 'toolCall' && kind !== 'reasoning');
  const reasoning = parts.flatMap((part) => (part.kind === 'reasoning' ? [part] : []));
  const isBoth = said.length > 0 && made.length > 0;
  if (isBoth && file.both === 'neither') {
    throw new PromptCostError(
      'invalid-input',
      `The template ${file.name} refuses a message that has both text and calls of tools (${made[0]!.path}).`,
    );
  }
  const calls = file.calls === false || (isBoth && file.both === 'text') ? [] : made;
  const kept = isBoth && file.both === 'calls' ? [] : said;
  omit(omitted, calls.length < made.length ? made : []);
  omit(omitted, kept.length < said.length ? said : []);
  omit(omitted, file.reasoning ? [] : reasoning);
  const items = itemsOf(kept, file, omitted);
  return {
    role,
    content: items.length === 0 && calls.length > 0 ? file.emptyText : contentOf(items, file),
    ...(calls.length > 0 ? { tool_calls: calls.map((part) => callOf(part, file)) } : {}),
    ...(file.reasoning && reasoning.length > 0
      ? { [file.reasoning]: reasoning.map((each) => ('text' in each ? each.text : '')).join(file.joint) }
      : {}),
  };
}

function omit(omitted: string[], parts: readonly Part[]): void {
  for (const { path } of parts) omitted.push(path);
}

/** The texts and images of a message, or of a result. */
function itemsOf(parts: readonly Part[], file: TemplateFile, omitted: string[]): ChatItem[] {
  const items: ChatItem[] = [];
  for (const part of parts) {
    if (part.kind === 'text') items.push({ type: 'text', text: part.text });
    else if (part.kind === 'unknown') {
      if (part.type === 'encrypted' || part.type === 'data') omitted.push(part.path);
      else items.push({ type: 'text', text: part.json });
    } else if (part.kind === 'media') {
      if (file.image && part.media.kind === 'image') items.push({ type: 'image' });
      else omitted.push(part.path);
    }
  }
  return items;
}

function contentOf(items: readonly ChatItem[], { joint }: TemplateFile): string | readonly ChatItem[] {
  const texts = items.flatMap((item) => (item.type === 'text' ? [item.text] : []));
  return texts.length === items.length ? texts.join(joint) : items;
}

function callOf(part: ToolCallPart, file: TemplateFile): ChatCall {
  const given = file.arguments === 'text' ? part.arguments : parsed(part.arguments);
  return {
    type: 'function',
    id: idOf(part.id, file),
    function: { name: part.name, arguments: given },
  };
}

/** What a call gave back, as a message. */
export function resultOf(
  part: ToolResultPart,
  file: TemplateFile,
  names: ReadonlyMap<string, string>,
  omitted: string[],
): ChatMessage {
  const items = itemsOf(part.parts, { ...file, image: false }, omitted);
  const name = part.name ?? names.get(part.id ?? '');
  return {
    role: 'tool',
    content: items.flatMap((item) => (item.type === 'text' ? [item.text] : [])).join(file.joint),
    tool_call_id: idOf(part.id, file),
    ...(name === undefined ? {} : { name }),
  };
}

/** The end of the id, as hosts cut it for templates that want a length; zeros before a shorter one. */
function idOf(id = '', { idLength }: TemplateFile): string {
  return idLength ? id.slice(-idLength).padStart(idLength, '0') : id;
}

/** What a JSON text says, or the text itself where it is none. */
function parsed(json: string): unknown {
  try {
    const value = JSON.parse(json) as unknown;
    return isTooDeep(value) ? json : value;
  } catch {
    return json;
  }
}
