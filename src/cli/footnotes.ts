import type { Paint } from './paint.js';
import { printable } from './printable.js';
import { wrapped } from './wrapped.js';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const WIDEST = 100;

/** Notes under a table, each written once and numbered in the order of its first mention. */
export interface Footnotes {
  /** The mark of a note, which is added when it is new. */
  mark(note: string): string;
  lines(columns: number, paint: Paint): string[];
}

/** @returns An empty list of notes. */
export function footnotes(): Footnotes {
  const notes: string[] = [];
  return {
    mark(note) {
      const known = notes.indexOf(note);
      return raised(known >= 0 ? known + 1 : notes.push(note));
    },
    lines(columns, paint) {
      return notes.flatMap((note, at) => {
        const mark = raised(at + 1);
        const room = Math.min(columns, WIDEST);
        return wrapped(`${mark} ${printable(note)}`, room, mark.length + 1).map(paint.dim);
      });
    },
  };
}

function raised(number: number): string {
  return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');
}
