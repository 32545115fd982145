import type { ResponseFormat, ToolChoice } from '../types.js';
import { defined, type Fields, fieldsOf, isFields, textOf } from './fields.js';
import { plainSchema } from './plain-schema.js';

/**
 * The shape asked of an answer.
 *
 * @param format - OpenAI's `response_format` or `text.format`, Anthropic's `output_format`, a JSON Schema, or a schema of zod.
 *
 * @returns Nothing for plain text.
 */
export function responseFormatOf(format: unknown): ResponseFormat | undefined {
  if (format === undefined || format === null || format === 'text') return undefined;
  const fields = fieldsOf(format);
  const { type } = fields;
  if (type === 'text') return undefined;
  if (type === 'json_object' || type === 'json' || format === 'json') return { kind: 'json' };
  const inner = isFields(fields['json_schema']) ? fields['json_schema'] : fields;
  const schema = type === 'json_schema' || 'schema' in inner ? inner['schema'] : format;
  return defined({ kind: 'schema' as const, name: textOf(inner['name']), schema: schemaOf(schema, inner) });
}

// The description is read by the model too: it becomes the schema's own.
function schemaOf(schema: unknown, { description }: Fields): unknown {
  const plain = plainSchema(schema, 'responseFormat');
  return isFields(plain) && textOf(description) ? { description, ...plain } : plain;
}

/** Whether a tool must be used, of any dialect: `"required"`, `{ type: "any" }`, `{ mode: "ANY" }`, `{ type: "tool", name }`. */
export function toolChoiceOf(choice: unknown): ToolChoice | undefined {
  const fields = fieldsOf(choice);
  const word = textOf(choice) ?? textOf(fields['mode']) ?? textOf(fields['type']);
  const name =
    textOf(fieldsOf(fields['function'])['name']) ?? textOf(fields['name']) ?? textOf(fields['toolName']);
  if (name !== undefined) return { name };
  switch (word?.toLowerCase()) {
    case 'auto':
      return 'auto';
    case 'none':
      return 'none';
    case 'any':
    case 'required':
    case 'validated':
      return 'any';
    default:
      return undefined;
  }
}
