import { PromptCostError, shown } from '../../errors/index.js';
import type { Cacheable, Tool } from '../types.js';
import { cacheMark } from './cache-mark.js';
import { defined, either, type Fields, fieldsOf, isFields, textOf } from './fields.js';
import { jsonText } from './json-text.js';
import { plainSchema } from './plain-schema.js';
import { serverTool } from './server-tool.js';

/** More than any provider takes, and as many as are read in a second. */
const MOST_TOOLS = 20_000;
/** An MCP answer in a list, and Gemini's declarations in it: no provider nests deeper. */
const DEEPEST = 4;

/**
 * Tools of any dialect in one form.
 *
 * @param tools - OpenAI's, Anthropic's or Gemini's tools, the AI SDK's (a list, or an object by name), or an MCP tool list.
 */
export function toolsOf(tools: unknown): Tool[] {
  const read: Tool[] = [];
  listedTools(tools).forEach((item, i) => {
    const path = `tools[${i}]`;
    read.push(...toolsIn(item, path, 0));
    // Bedrock's mark stands after the tool that it is for.
    const last = read.at(-1);
    if (last) read[read.length - 1] = { ...last, ...guarded(path, () => markOf(item)) };
  });
  if (read.length <= MOST_TOOLS) return read;
  throw refused('tools', `they are ${read.length}, and at most ${MOST_TOOLS} are counted`);
}

/** Tools as a list: the AI SDK names its tools by key, MCP puts its list into an object. */
export function listedTools(tools: unknown): readonly unknown[] {
  if (Array.isArray(tools)) return tools;
  if (!isFields(tools) || Symbol.iterator in tools) {
    const what = isFields(tools) ? 'they are no list' : `they are ${shown(tools)}`;
    throw refused('tools', what, 'Pass a list of tools, or an object by name');
  }
  if (Array.isArray(tools['tools'])) return tools['tools'];
  return Object.entries(tools).map(([name, tool]) => (isFields(tool) ? { name, ...tool } : tool));
}

function markOf(item: unknown): Cacheable {
  return { ...cacheMark(fieldsOf(item)['function']), ...cacheMark(item) };
}

function toolsIn(item: unknown, path: string, depth: number): Tool[] {
  return guarded(path, () => read(item, path, depth));
}

function guarded<T>(path: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof PromptCostError) throw error;
    throw refused(path, 'a property of it throws');
  }
}

function read(item: unknown, path: string, depth: number): Tool[] {
  if (!isFields(item)) return [serverTool('unknown', item, path)];
  // An MCP tools/list result, and Gemini's lists of declarations.
  if (Array.isArray(item['tools'])) return nested(item['tools'], `${path}.tools`, depth);
  const declared = either(item, 'functionDeclarations', 'function_declarations');
  if (declared !== undefined) {
    const { functionDeclarations, function_declarations, ...others } = item;
    return [...nested(declared, `${path}.functionDeclarations`, depth), ...toolsByKey(others, path)];
  }
  if (isFields(item['cachePoint'])) return [];
  const inner = [item['function'], item['custom'], item['toolSpec']].find(isFields);
  const tool = inner ?? item;
  const id = textOf(tool['id']);
  const name = textOf(tool['name']) ?? id;
  const type = textOf(item['type']);
  // The AI SDK gives what a provider runs, or defines, an id such as "anthropic.web_search_20250305" and sets it by `args`.
  if (id !== undefined && type?.startsWith('provider')) {
    return [serverTool(id.slice(id.indexOf('.') + 1), tool['args'], path)];
  }
  const schema = schemaIn(tool);
  const isOurs = schema !== undefined || type === undefined || type === 'function' || type === 'custom';
  if (name !== undefined && isOurs) return [functionTool(tool, name, schema, path)];
  if (type === undefined && id === undefined && Object.keys(item).length > 0) return toolsByKey(item, path);
  return [serverTool(id ?? type ?? 'unknown', item, path)];
}

/** Gemini names each of its own tools by a key: `{ googleSearch: {} }`. */
function toolsByKey(tools: Fields, path: string): Tool[] {
  return Object.entries(tools).map(([name, set]) => serverTool(name, set, path));
}

function nested(items: unknown, path: string, depth: number): Tool[] {
  if (!Array.isArray(items)) throw refused(path, 'it is no list');
  if (depth === DEEPEST) {
    throw refused('tools', `they are circular, or lists in lists more than ${DEEPEST} levels deep`);
  }
  return items.flatMap((each, i) => toolsIn(each, `${path}[${i}]`, depth + 1));
}

function functionTool(tool: Fields, name: string, schema: unknown, path: string): Tool {
  const description =
    [textOf(tool['description']), ...shownToo(tool, path)].filter(Boolean).join('\n') || undefined;
  const parameters = schema === undefined ? undefined : plainSchema(schema, path);
  return { kind: 'function', name, ...defined({ description, parameters }), path };
}

/** What stands beside a tool's schema and is read by the model too: a custom tool's grammar, Anthropic's examples. */
function shownToo(tool: Fields, path: string): (string | undefined)[] {
  const { definition, syntax } = {
    ...fieldsOf(tool['format']),
    ...fieldsOf(fieldsOf(tool['format'])['grammar']),
  };
  const { input_examples: examples } = tool;
  return [
    textOf(syntax),
    textOf(definition),
    examples === undefined ? undefined : jsonText(examples, `${path}.input_examples`),
  ];
}

function schemaIn(tool: Fields): unknown {
  return (
    tool['parameters'] ??
    tool['input_schema'] ??
    tool['inputSchema'] ??
    either(tool, 'parametersJsonSchema', 'parameters_json_schema')
  );
}

function refused(path: string, why: string, wayOut = 'Pass plain JSON data'): PromptCostError {
  return new PromptCostError('invalid-input', `${path} cannot be counted: ${why}. ${wayOut}.`);
}
