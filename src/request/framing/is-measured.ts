import { type Fields, isFields } from '../dialects/fields.js';

/** Names that TypeScript writes without quotes. */
const PLAIN_NAME = /^[A-Za-z_]\w*$/;

/**
 * Whether a schema is made only of what was compared with a provider's own counts.
 *
 * A list of what was, not of what was not: `type`, `properties` and `required`, a description of one line at an outermost property,
 * strings as an enum. Any other word, at the root too, was never compared. No schema is an empty list of parameters, as OpenAI says.
 *
 * @param schema - Of a tool's parameters, as plain JSON data.
 * @param measured - The types that were, `"enum"`, and `"additionalProperties"` where it is `false`.
 */
export function isMeasured(schema: unknown, measured: readonly string[]): boolean {
  if (schema === undefined) return true;
  return isFields(schema) && schema['type'] === 'object' && isObject(schema, measured, 0, []);
}

function isObject(
  schema: Fields,
  measured: readonly string[],
  depth: number,
  also: readonly string[],
): boolean {
  const { properties = {}, required = [] } = schema;
  return (
    hasOnly(schema, ['type', 'properties', 'required', 'additionalProperties', ...also]) &&
    (schema['additionalProperties'] === undefined ||
      (schema['additionalProperties'] === false && measured.includes('additionalProperties'))) &&
    areTexts(required) &&
    isFields(properties) &&
    Object.entries(properties).every(
      ([name, property]) => PLAIN_NAME.test(name) && isPlain(property, measured, depth + 1),
    )
  );
}

function isPlain(property: unknown, measured: readonly string[], depth: number): boolean {
  if (!isFields(property)) return false;
  const { type, items, enum: values, description } = property;
  if (typeof type !== 'string' || !measured.includes(type)) return false;
  // A deeper description is left out of the text, which was never compared.
  const isDescribed = typeof description === 'string' && depth === 1 && !description.includes('\n');
  const also = isDescribed ? ['description'] : [];
  switch (type) {
    case 'object':
      return isObject(property, measured, depth, also);
    case 'array':
      return hasOnly(property, ['type', 'items', ...also]) && isPlain(items, measured, depth + 1);
    case 'string':
      if (values !== undefined && !(measured.includes('enum') && areTexts(values))) return false;
      return hasOnly(property, ['type', 'enum', ...also]);
    default:
      return hasOnly(property, ['type', ...also]);
  }
}

function hasOnly(schema: Fields, words: readonly string[]): boolean {
  return Object.keys(schema).every((word) => words.includes(word));
}

function areTexts(values: unknown): boolean {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}
