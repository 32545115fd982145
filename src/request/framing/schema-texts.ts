import type { Tool } from '../types.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The texts of a tool that Google's rule counts: its name and description, and in its schema the names of properties, descriptions,
 * formats, enums and required names.
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
  if (typeof schema !== 'object' || schema === null) return [];
  const { description, format, enum: values, required, properties, $defs, items, anyOf } = schema as Fields;
  return [
    ...[description, format, values, required].flat().filter((text) => typeof text === 'string'),
    ...[properties, $defs].flatMap((named) =>
      Object.entries((named ?? {}) as Fields).flatMap(([name, value]) => [name, ...textsIn(value)]),
    ),
    ...textsIn(items),
    ...textsIn(anyOf),
  ];
}
