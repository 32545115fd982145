/** A text as a JavaScript string of visible ASCII, so that it survives a terminal, a mail and an editor. */
export function escaped(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
