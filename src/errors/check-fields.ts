import { PromptCostError } from './prompt-cost-error.js';
import { reading } from './reading.js';
import { isName, kindOf, shown } from './shown.js';

/** What a field must be. A `name` is a short text. */
type Type = 'string' | 'name' | 'number' | 'bigint' | 'boolean' | 'function' | 'object' | 'array';

/** A type; with `?`, the field may be left out. */
export type FieldType = Type | `${Type}?`;

/**
 * Refuses, at a door, an object that is none, one with a field that throws when it is read, and one with a field of the wrong type.
 *
 * @param name - What it is, for the message: `The request`.
 * @param given - From outside.
 * @param fields - The types of fields that nothing behind the door looks at more closely.
 *
 * @example
 * ```ts
 * checkFields('The filter', { provider: 7 }, { provider: 'name?' }); // throws: provider is 7. Pass a name.
 * ```
 */
export function checkFields(
  name: string,
  given: unknown,
  fields: Readonly<Record<string, FieldType>>,
): asserts given is object {
  reading(name, () => {
    if (!isRecord(given)) {
      throw new PromptCostError('invalid-input', `${name} is ${kindOf(given)}. Pass an object.`);
    }
    Object.values(given); // reads each field
    for (const field in fields) {
      const value = given[field];
      const [type, optional] = fields[field]!.split('?') as [Type, string?];
      if (is(type, value) || (value === undefined && optional !== undefined)) continue;
      const article = /^[ao]/.test(type) ? 'an' : 'a';
      throw new PromptCostError('invalid-input', `${field} is ${shown(value)}. Pass ${article} ${type}.`);
    }
  });
}

/** Whether a value is an object with fields: neither null nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function is(type: Type, value: unknown): boolean {
  switch (type) {
    case 'name':
      return typeof value === 'string' && isName(value);
    case 'object':
      return isRecord(value);
    case 'array':
      return Array.isArray(value);
    default:
      return typeof value === type;
  }
}
