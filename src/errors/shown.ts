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
    if (value.length > LONGEST || WORDS.test(value)) return `a text of ${value.length} characters`;
    return JSON.stringify(value).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
  }
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`;
}
