import { type Fields, isFields } from '../dialects/fields.js';
import type { Tool } from '../types.js';

/** What Google's rule counts in a schema, and what it has beside that without a text. */
export const GOOGLE_WORDS: readonly string[] = [
  'type',
  'nullable',
  'description',
  'format',
  'enum',
  'required',
  'properties',
  '$defs',
  'items',
  'anyOf',
  'additionalProperties',
];

/**
 * The texts of a tool that Google's rule counts: its name and description, and in its schema the names of properties, descriptions,
 * formats, enums and required names.
 *
 * The schemas that the rule does not name, as those of `allOf`, `oneOf`, `definitions` and `additionalProperties`, are read alike.
 *
 * @param tool - A function.
 *
 * @returns The texts, each to be counted by itself.
 */
export function schemaTexts({ name, description, parameters }: Tool): string[] {
  return [name, ...(description ? [description] : []), ...textsIn(parameters)];
}

function textsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(textsIn);
  if (!isFields(schema)) return [];
  const { description, format, enum: values, required, properties, $defs, definitions } = schema;
  const { items, anyOf, allOf, oneOf, prefixItems, additionalProperties } = schema;
  return [
    ...[description, format, values, required].flat().filter((text) => typeof text === 'string'),
    ...[properties, $defs, definitions].flatMap((named) =>
      Object.entries((named ?? {}) as Fields).flatMap(([name, value]) => [name, ...textsIn(value)]),
    ),
    ...[items, anyOf, allOf, oneOf, prefixItems, additionalProperties].flatMap(textsIn),
  ];
}
