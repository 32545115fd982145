import { fieldsOf, isFields } from '../dialects/fields.js';

/**
 * Whether a schema has words that a way to write it leaves out: then the text is not all that a provider may show.
 *
 * @param schema - A JSON Schema, as plain data.
 * @param written - The words that are written: of the root, of the schemas in it, of those in these, …; the last list holds for all
 * that lie deeper. A schema as `additionalProperties` is always one of the others.
 */
export function hasOtherWords(
  schema: unknown,
  [words = [], ...deeper]: readonly (readonly string[])[],
): boolean {
  if (!isFields(schema)) return false;
  const inside = deeper.length === 0 ? [words] : deeper;
  return Object.entries(schema).some(
    ([word, value]) =>
      !words.includes(word) ||
      (word === 'additionalProperties' && isFields(value)) ||
      schemasIn(word, value).some((each) => hasOtherWords(each, inside)),
  );
}

function schemasIn(word: string, value: unknown): unknown[] {
  switch (word) {
    case 'properties':
    case '$defs':
      return Object.values(fieldsOf(value));
    case 'items':
    case 'anyOf':
    case 'oneOf':
    case 'allOf':
      return [value].flat();
    default:
      return [];
  }
}
