import { cellWidth, shortened } from './cell-width.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import type { Prompt } from './read-prompts.js';

const GLIMPSE = 4_000; // UTF-16 units: more than any line shows, so that a megabyte is not cleaned for one line
const LEAST = 12;

/**
 * The line above an answer: which prompt this is, and some facts about it.
 *
 * @param prompt - The prompt; a file is named, a text is quoted as far as it fits.
 * @param facts - Short phrases.
 * @param columns - The width of the terminal.
 * @param paint - The colours.
 *
 * @returns For example `"Why is the sky blue?" · 20 letters · prices of 2025-01-27`.
 */
export function promptLine(prompt: Prompt, facts: readonly string[], columns: number, paint: Paint): string {
  const tail = facts.map((fact) => ` · ${fact}`).join('');
  const room = Math.max(LEAST, columns - cellWidth(tail));
  const name =
    prompt.file === undefined
      ? `"${shortened(printable(prompt.text.slice(0, GLIMPSE)).trim(), room - 2)}"`
      : shortened(printable(prompt.file), room);
  return `${paint.bold(name)}${paint.dim(tail)}`;
}
