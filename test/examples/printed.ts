import { isShown } from './shown-value.js';

/** Whether lines are those shown; `…` in one stands for any letters, and a last line of `…` for more lines. */
export function isPrinted(lines: readonly string[], shown: readonly string[]): boolean {
  const isOpen = shown.at(-1)?.trim() === '…';
  const asked = isOpen ? shown.slice(0, -1) : shown;
  const matches = (line: string, pattern: string): boolean =>
    isShown(line, { kind: 'text', parts: pattern.trimEnd().split('…') });
  return (
    (isOpen ? lines.length >= asked.length : lines.length === asked.length) &&
    asked.every((text, i) => matches(lines[i]!.trimEnd(), text))
  );
}
