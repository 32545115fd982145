import { shortened } from './cell-width.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import type { Prompt } from './read-prompts.js';
import { wrapped } from './wrapped.js';

const GLIMPSE = 4_000; // UTF-16 units: more than any line shows, so that a megabyte is not cleaned for one line
const INDENT = 2;

/**
 * The head of an answer: which prompt this is, and below it some facts.
 *
 * @param prompt - The prompt; a file is named, a text is quoted as far as one line goes.
 * @param facts - Short phrases.
 * @param columns - The width of the terminal.
 * @param paint - The colours.
 *
 * @returns For example `"Why is the sky blue?"` and `20 letters · prices of 2025-01-27`.
 */
export function promptLines(
  { file, text }: Prompt,
  facts: readonly string[],
  columns: number,
  paint: Paint,
): string[] {
  const quoted = `"${shortened(printable(text.slice(0, GLIMPSE)).trim(), columns - 2)}"`;
  const name = file === undefined ? quoted : shortened(printable(file), columns);
  return [paint.bold(name), ...wrapped(facts.join(' · '), columns, INDENT).map(paint.dim)];
}
