const LONGEST = 80;

/**
 * A value from outside, safe to put into a message: short, on one line, without control characters.
 *
 * For ids, dates and numbers only. The text of a prompt is never shown, not even shortened.
 *
 * @param value - What the caller gave.
 *
 * @returns For example `"gpt-6"`, `-1`, `NaN` or `an object`.
 */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    const short = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
    return JSON.stringify(short).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
  }
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`;
}
