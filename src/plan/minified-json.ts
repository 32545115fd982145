/**
 * A JSON text without the white space between its parts.
 *
 * Strings, numbers and the order of keys stay as they are written: the text is not printed anew, so that no digit is lost.
 *
 * @param text - Any text.
 *
 * @returns The shorter text, or `undefined` where it is no JSON object or array.
 */
export function minifiedJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  return text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, (_, string: string | undefined) => string ?? '');
}
