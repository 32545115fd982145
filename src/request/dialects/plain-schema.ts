import { PromptCostError } from '../../errors/index.js';
import { type Fields, fieldsOf, isFields } from './fields.js';
import { jsonText } from './json-text.js';

/**
 * A JSON Schema as plain data, whatever carries it: zod 4 and other Standard Schemas that can write themselves, the AI SDK's
 * `jsonSchema()` and functions that return it, Bedrock's `{ json }`.
 *
 * @param schema - From outside. A promise is refused, because an estimate may not wait for it.
 * @param path - Whose schema it is.
 */
export function plainSchema(schema: unknown, path: string): unknown {
  const name = `${path}'s schema`;
  const text = jsonText(writtenSchema(isMaker(schema) ? asked(schema, name) : schema, name), name);
  return text === '' ? undefined : JSON.parse(text);
}

function writtenSchema(schema: unknown, name: string): unknown {
  const carrier = (typeof schema === 'function' ? schema : fieldsOf(schema)) as Fields;
  const standard = fieldsOf(fieldsOf(carrier['~standard'])['jsonSchema'])['input'];
  if (typeof carrier['toJSONSchema'] === 'function') {
    return asked(() => (carrier as { toJSONSchema(): unknown }).toJSONSchema(), name);
  }
  if (typeof standard === 'function') return asked(() => standard({ target: 'draft-07' }), name);
  const { jsonSchema } = carrier;
  if (typeof jsonSchema === 'function') return asked(jsonSchema as () => unknown, name);
  if (isFields(jsonSchema)) return settled(jsonSchema, name);
  if ('_def' in carrier || '~standard' in carrier) throw unwritten(name);
  return isFields(carrier['json']) ? carrier['json'] : settled(schema, name);
}

/** A function that is no schema itself makes one when it is needed. */
function isMaker(schema: unknown): schema is () => unknown {
  return typeof schema === 'function' && !('~standard' in schema || 'toJSONSchema' in schema);
}

/** What a library or a caller's function writes; what it throws may hold a text, and is dropped. */
function asked(write: () => unknown, name: string): unknown {
  let written: unknown;
  try {
    written = write();
  } catch {
    throw unwritten(name);
  }
  // A promise that was made here has nobody else to hear that it failed.
  if (isPromise(written)) written.then(undefined, () => undefined);
  return settled(written, name);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof fieldsOf(value)['then'] === 'function';
}

function settled(schema: unknown, name: string): unknown {
  if (!isPromise(schema)) return schema;
  throw refused(name, 'it is a promise. Await it, and pass what it resolves to');
}

function unwritten(name: string): PromptCostError {
  return refused(name, 'its library cannot write it as JSON Schema. Pass plain JSON data');
}

function refused(name: string, why: string): PromptCostError {
  return new PromptCostError('invalid-input', `${name} cannot be counted: ${why}.`);
}
