import type { Tool } from '../types.js';
import { defined, fieldsOf } from './fields.js';
import { jsonText } from './json-text.js';

/**
 * A tool that the provider knows by its type.
 *
 * @param type - Its own name of it, e.g. `"web_search_20250305"`.
 * @param set - What was set on it, or all of it; its JSON is what the model may be shown.
 * @param path - Where it stands.
 */
export function serverTool(type: string, set: unknown, path: string): Tool {
  const fields = fieldsOf(set);
  const number = (...names: readonly string[]): number | undefined =>
    names
      .map((name) => fields[name])
      .find((value) => Number.isSafeInteger(value) && (value as number) >= 0) as number | undefined;
  return {
    kind: 'server',
    name: type,
    type,
    ...defined({
      description: set === undefined ? undefined : jsonText(set, path),
      maxUses: number('max_uses', 'maxUses'),
      maxResults: number('max_num_results', 'maxNumResults'),
      maxResultTokens: number('max_content_tokens', 'maxContentTokens'),
    }),
    path,
  };
}
