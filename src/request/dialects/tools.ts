import { PromptCostError } from '../../errors/index.js';
import type { Tool } from '../types.js';
import { defined, either, type Fields, fieldsOf, isFields, textOf } from './fields.js';
import { jsonText } from './json-text.js';

/** More than any provider takes, and as many as are read in a second. */
const MOST_TOOLS = 20_000;

/**
 * Tools of any dialect in one form.
 *
 * @param tools - OpenAI's, Anthropic's or Gemini's tools, the AI SDK's (a list, or an object by name), or an MCP tool list.
 */
export function toolsOf(tools: unknown): Tool[] {
  const items: readonly unknown[] = Array.isArray(tools) ? tools : namedTools(tools);
  const read = items.flatMap((item, i) => toolsIn(item, `tools[${i}]`));
  if (read.length <= MOST_TOOLS) return read;
  throw refused('tools', `they are ${read.length}, and at most ${MOST_TOOLS} are counted`);
}

/** The AI SDK names its tools by key. */
function namedTools(tools: unknown): unknown[] {
  if (isFields(tools) && Array.isArray(tools['tools'])) return tools['tools'];
  return Object.entries(fieldsOf(tools)).map(([name, tool]) => ({ name, ...fieldsOf(tool) }));
}

function toolsIn(item: unknown, path: string): Tool[] {
  try {
    return read(item, path);
  } catch (error) {
    if (error instanceof PromptCostError) throw error;
    throw refused(path, 'a property of it throws');
  }
}

function read(item: unknown, path: string): Tool[] {
  if (!isFields(item)) return [server('unknown', jsonText(item, path), path)];
  // An MCP tools/list result, and Gemini's lists of declarations.
  if (Array.isArray(item['tools'])) return nested(item['tools'], `${path}.tools`);
  const declared = either(item, 'functionDeclarations', 'function_declarations');
  if (declared !== undefined) {
    const { functionDeclarations, function_declarations, ...others } = item;
    return [
      ...nested(declared as readonly unknown[], `${path}.functionDeclarations`),
      ...Object.keys(others).map((name) => server(name, undefined, path)),
    ];
  }
  const inner = [item['function'], item['custom'], item['toolSpec']].find(isFields);
  const tool = inner ?? item;
  const name = textOf(tool['name']) ?? textOf(tool['id']);
  const type = textOf(item['type']);
  const schema = schemaIn(tool);
  const isOurs = schema !== undefined || type === undefined || type === 'function' || type === 'custom';
  if (name !== undefined && isOurs) return [functionTool(tool, name, schema, path)];
  return [
    server(textOf(tool['id']) ?? type ?? Object.keys(item)[0] ?? 'unknown', jsonText(item, path), path),
  ];
}

function nested(items: readonly unknown[], path: string): Tool[] {
  if (!Array.isArray(items)) throw refused(path, 'it is no list');
  return items.flatMap((each, i) => toolsIn(each, `${path}[${i}]`));
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

/** A tool that the provider knows by its type; the JSON of what was set on it, if anything, is its description. */
function server(type: string, description: string | undefined, path: string): Tool {
  return { kind: 'server', name: type, type, ...defined({ description }), path };
}

function schemaIn(tool: Fields): unknown {
  return (
    tool['parameters'] ??
    tool['input_schema'] ??
    tool['inputSchema'] ??
    either(tool, 'parametersJsonSchema', 'parameters_json_schema')
  );
}

/**
 * A JSON Schema as plain data, whatever carries it: zod 4 and other Standard Schemas that can write themselves, the AI SDK's
 * `jsonSchema()`, Bedrock's `{ json }`.
 */
export function plainSchema(schema: unknown, path: string): unknown {
  const carried = writtenSchema(schema, path);
  const text = jsonText(carried, `${path}'s schema`);
  return text === '' ? undefined : JSON.parse(text);
}

function writtenSchema(schema: unknown, path: string): unknown {
  const carrier = (typeof schema === 'function' ? schema : fieldsOf(schema)) as Fields;
  const standard = fieldsOf(fieldsOf(carrier['~standard'])['jsonSchema'])['input'];
  if (typeof carrier['toJSONSchema'] === 'function') return carrier['toJSONSchema']();
  if (typeof standard === 'function') return standard({ target: 'draft-07' });
  if (isFields(carrier['jsonSchema'])) return carrier['jsonSchema'];
  if (isFields(carrier['json'])) return carrier['json'];
  if ('_def' in carrier || '~standard' in carrier) {
    throw refused(`${path}'s schema`, 'its library cannot write it as JSON Schema');
  }
  return schema;
}

function refused(path: string, why: string): PromptCostError {
  return new PromptCostError('invalid-input', `${path} cannot be counted: ${why}. Pass plain JSON data.`);
}
