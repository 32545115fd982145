import { type Fields, isFields } from './fields.js';
import { mayAddTokens, plainName } from './silent-fields.js';

/** A request body, of which each field is taken once, so that what nobody takes is known. */
export interface OpenBody {
  /**
   * The first of some fields that is there, in any spelling. The others stay.
   *
   * @param names - In one word: `"maxoutputtokens"` is `max_output_tokens` too.
   */
  take(...names: readonly string[]): unknown;
  /** What was not taken and may add tokens, by its name. */
  left(): Fields;
}

/** Objects in a body whose fields belong to the body: the SDKs of Gemini, Bedrock and others keep most of it one level down. */
const WITHIN: ReadonlySet<string> = new Set([
  'config',
  'generationconfig',
  'inferenceconfig',
  'toolconfig',
  'text',
  'outputconfig',
  'extrabody',
  'additionalmodelrequestfields',
  'chattemplatekwargs',
]);

/**
 * Opens a body. A field of the body itself goes before one of the same name that is kept deeper.
 *
 * @param body - As it came.
 */
export function openBody(body: Fields): OpenBody {
  const fields = new Map<string, readonly [name: string, value: unknown]>();
  const put = (path: string, name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    const [plain, full] = [plainName(name), path + name];
    fields.set(fields.has(plain) ? full : plain, [full, value]);
  };
  const within: [path: string, inner: Fields][] = [];
  for (const [name, value] of Object.entries(body)) {
    const plain = plainName(name);
    if (isFields(value) && WITHIN.has(plain)) within.push([`${name}.`, value]);
    else if (isFields(value) && plain === 'provideroptions') {
      const each = Object.entries(value).filter((entry): entry is [string, Fields] => isFields(entry[1]));
      within.push(...each.map(([provider, options]): [string, Fields] => [`${name}.${provider}.`, options]));
    } else put('', name, value);
  }
  for (const [path, inner] of within) {
    for (const [name, value] of Object.entries(inner)) put(path, name, value);
  }
  return {
    take(...names) {
      const name = names.find((each) => fields.has(each));
      if (name === undefined) return undefined;
      const [, value] = fields.get(name)!;
      fields.delete(name);
      return value;
    },
    left() {
      const left = [...fields.values()].filter(([name, value]) =>
        mayAddTokens(name.slice(name.lastIndexOf('.') + 1), value),
      );
      return Object.fromEntries(left);
    },
  };
}
