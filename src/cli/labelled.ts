import type { Paint } from './paint.js';
import { printable } from './printable.js';
import { wrapped } from './wrapped.js';

const LABEL = 11;
/** Wider than this no paragraph is easy to read. */
const WIDEST = 90;

/** The room that lines of text keep to. */
export function roomIn(columns: number): number {
  return Math.min(columns, WIDEST);
}

/**
 * A label at the margin and a text beside it, broken under itself.
 *
 * @param label - One word, or `''` for a further text under the same label.
 * @param text - One line.
 * @param columns - The width of the terminal.
 * @param paint - The colours.
 *
 * @returns Lines.
 */
export function labelled(label: string, text: string, columns: number, paint: Paint): string[] {
  const [first = '', ...more] = wrapped(printable(text), roomIn(columns) - LABEL, 0);
  return [
    `${paint.dim(label.padEnd(LABEL))}${first}`.trimEnd(),
    ...more.map((line) => `${' '.repeat(LABEL)}${line}`),
  ];
}
