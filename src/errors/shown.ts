const LONGEST = 80;
/** Three words, or two lines. */
const WORDS = /\S\s+\S+\s+\S|\n/;

/**
 * A value from outside, safe to put into a message: short, on one line, without control characters.
 *
 * For ids, dates and numbers. What is longer than these or has several words may be a prompt in the wrong place, and is not shown, not
 * even shortened.
 *
 * @param value - What the caller gave.
 *
 * @returns For example `"gpt-6"`, `-1`, `NaN`, `a text of 1200 characters` or `an object`.
 */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    if (!isName(value)) return `a text of ${value.length} characters`;
    return JSON.stringify(value).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
  }
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`;
}

/** Whether a text may be a name: as short as one, and of a word or two. */
export function isName(text: string): boolean {
  return text.length <= LONGEST && !WORDS.test(text);
}

/** What a value is, where not even a short text may be shown: `null`, `an array`, `of type string`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return isList(value) ? 'an array' : `of type ${typeof value}`;
}

function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false; // a revoked proxy
  }
}
