import type { Problem } from './plain-data.js';

/** Letters of the largest JSON that is read: six times the largest feed known. */
export const LONGEST_JSON = 10_000_000;

/**
 * The value that a JSON text holds. A text that is too long is refused before it is read.
 *
 * @param json - A text.
 *
 * @returns The value, or what is wrong with the text.
 */
export function jsonValue(json: string): { readonly value: unknown } | Problem {
  if (json.length > LONGEST_JSON) {
    return { path: '', reason: `a text of ${json.length} letters, more than ${LONGEST_JSON}` };
  }
  try {
    return { value: JSON.parse(json) };
  } catch (error) {
    // The rest of the sentence quotes the text.
    const place = /position \d+/.exec(String(error));
    return { path: '', reason: place ? `not JSON, at ${place[0]}` : 'not JSON' };
  }
}
