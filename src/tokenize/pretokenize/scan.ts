import { type ClassTable, classTable } from '../unicode/class-table.js';
import {
  AFTER_BREAK,
  type AsciiRules,
  asciiMachine,
  END,
  END_BEFORE_PREVIOUS,
  NEXT,
  RARE,
  TAKE_BACK,
} from './ascii-machine.js';
import { LOOKAHEAD, type PreTokenizer } from './pre-tokenizer.js';

/**
 * End of the piece at `p`, by code points. Where the answer may depend on text after `end` that has not arrived (`isLast` is false),
 * it is `end` or beyond.
 */
export type PieceEnd = (
  bytes: Uint8Array,
  p: number,
  end: number,
  isLast: boolean,
  table: ClassTable,
) => number;

/**
 * A pre-tokenizer from the two ways it reads text: ASCII by a state machine, anything else a piece at a time by code points.
 *
 * The machine takes one table look-up a byte and writes the ends of pieces without branching, so that no branch is mispredicted at
 * the end of a word. It stops where a byte is not ASCII (or an apostrophe wants a closer look); `pieceEnd` then reads the piece at
 * hand again from its beginning.
 */
export function preTokenizer(rules: AsciiRules, pieceEnd: PieceEnd): PreTokenizer {
  let machine: Uint16Array | undefined;
  return (bytes, start, end, isLast, ends) => {
    const table = classTable();
    machine ??= asciiMachine(rules, table.ascii);
    return scan(bytes, start, end, isLast, ends, machine, pieceEnd, table);
  };
}

function scan(
  bytes: Uint8Array,
  start: number,
  end: number,
  isLast: boolean,
  ends: Int32Array,
  machine: Uint16Array,
  pieceEnd: PieceEnd,
  table: ClassTable,
): number {
  const limit = isLast ? end : end - LOOKAHEAD;
  const capacity = ends.length - 4; // a byte writes at most two ends, and one is read by code points
  let pieces = 0;
  let p = start; // beginning of the piece at hand
  while (p < end && pieces < capacity) {
    let at = p;
    let last = 0; // transition
    const stop = Math.min(limit, at + ((capacity - pieces) >> 1));
    for (; at < stop; at++) {
      let transition = machine[last | bytes[at]!]!;
      if (transition >= RARE) {
        if (transition >= TAKE_BACK) pieces--;
        else if (transition >= END_BEFORE_PREVIOUS) ends[pieces++] = at - 1;
        else break;
        transition &= NEXT;
      }
      ends[pieces] = at;
      pieces += (transition >> END) & 1;
      last = transition;
    }
    if (last >= AFTER_BREAK) pieces--;
    p = pieces === 0 ? start : ends[pieces - 1]!;
    if (at < limit && at >= stop && p > start) return pieces; // the batch is full
    const q = pieceEnd(bytes, p, end, isLast, table);
    if (q > limit) break;
    ends[pieces++] = q;
    p = q;
  }
  return pieces;
}
