import type { Tool } from '../types.js';

/** A JSON Schema, as far as it is read here. */
type Schema = Readonly<Record<string, unknown>>;

/** How the text is laid out. */
export interface NamespaceStyle {
  /** An object of functions' parameters without any description stands on one line. Default false. */
  readonly inline?: boolean | undefined;
}

const WRITTEN = [
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'default',
  'anyOf',
  'oneOf',
  'allOf',
];

/** The words of a schema that are written here, or add no text: at the root, in its properties, and deeper. */
export const NAMESPACE_WORDS: readonly (readonly string[])[] = [
  ['$schema', ...WRITTEN.slice(0, 4)],
  ['description', ...WRITTEN],
  WRITTEN,
];

/** Deeper than this a type is written as `any`, which is never more than the provider's own text of it. */
const DEEPEST = 64;

/**
 * Tools as OpenAI's models read them: types in a TypeScript namespace.
 *
 * Objects nest, indented by two spaces; arrays, enums and unions are written as TypeScript has them; a description stands above its
 * function or property as a comment, and is left out of deeper objects.
 *
 * @param tools - Functions.
 * @param style - What differs between generations.
 *
 * @returns The text that stands in the system message.
 *
 * @example
 * ```ts
 * namespaceText([{ kind: 'function', name: 'now', path: 'tools[0]' }]);
 * // 'namespace functions {\n\ntype now = () => any;\n\n} // namespace functions'
 * ```
 */
export function namespaceText(tools: readonly Tool[], style: NamespaceStyle = {}): string {
  const types = tools.map((tool) => functionType(tool, style));
  return `namespace functions {\n\n${types.join('')}} // namespace functions`;
}

/** One function's lines in the namespace. */
export function functionType({ name, description, parameters }: Tool, style: NamespaceStyle = {}): string {
  const lines = propertyLines(asSchema(parameters), 0, 0);
  const comment = description ? `// ${dedented(description)}\n` : '';
  return `${comment}type ${name} = ${argumentType(lines, style)} => any;\n\n`;
}

function argumentType(lines: string, { inline }: NamespaceStyle): string {
  if (lines === '') return '()';
  return inline && !lines.includes('//') ? `(_: {${lines.slice(0, -2)}})` : `(_: {\n${lines}})`;
}

// As Python's inspect.cleandoc does it: the margin that all lines after the first have in common is cut.
function dedented(description: string): string {
  const [first, ...rest] = description.trim().split('\n');
  const margins = rest.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const margin = margins.length === 0 ? 0 : margins.reduce((least, each) => Math.min(least, each));
  return [first, ...rest.map((line) => line.slice(margin))].join('\n');
}

function propertyLines(schema: Schema, indent: number, depth: number): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const margin = ' '.repeat(indent);
  return Object.entries(asSchema(schema['properties']))
    .map(([name, value]) => {
      const property = asSchema(value);
      const { description } = property;
      const comment =
        typeof description === 'string' && description !== '' && indent < 2
          ? `${margin}// ${description}\n`
          : '';
      const mark = required.includes(name) ? '' : '?';
      return `${comment}${margin}${name}${mark}: ${typeText(property, indent, depth + 1)},\n`;
    })
    .join('');
}

function typeText(schema: Schema, indent: number, depth: number): string {
  if (depth > DEEPEST) return 'any';
  const { type } = schema;
  const union = [schema['anyOf'], schema['oneOf'], schema['allOf']].find(Array.isArray);
  if (union) return union.map((each) => typeText(asSchema(each), indent, depth + 1)).join(' | ');
  if (Array.isArray(schema['enum'])) return schema['enum'].map(literal).join(' | ');
  if ('const' in schema) return literal(schema['const']);
  if (Array.isArray(type)) {
    return type.map((each) => typeText({ ...schema, type: each }, indent, depth + 1)).join(' | ');
  }
  switch (type) {
    case 'integer':
      return 'number';
    case 'array':
      return schema['items'] === undefined
        ? 'any[]'
        : `${typeText(asSchema(schema['items']), indent, depth + 1)}[]`;
    case 'object': {
      const lines = propertyLines(schema, indent + 2, depth);
      return lines === '' ? 'object' : `{\n${lines}${' '.repeat(indent)}}`;
    }
    default:
      return typeof type === 'string' ? type : 'any';
  }
}

function literal(value: unknown): string {
  return JSON.stringify(value) ?? 'any';
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {};
}
