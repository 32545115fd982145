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
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const start = quote < 0 ? text.length : quote;
    parts.push(text.slice(at, start).replace(/[ \t\r\n]+/g, ''));
    at = quote < 0 ? start : stringEnd(text, start);
    parts.push(text.slice(start, at));
  }
  return parts.join('');
}

/** Behind the quote that ends the string which begins at `start`: the first one with an even number of backslashes before it. */
function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let from = quote;
    while (text[from - 1] === '\\') from--;
    if ((quote - from) % 2 === 0) return quote + 1;
  }
}
