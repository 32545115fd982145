import {
  END,
  END_BEFORE_PREVIOUS,
  NEXT,
  type PieceMachine,
  RARE,
  STATE_BITS,
  TAKE_BACK,
} from './piece-machine.js';
import type { PreTokenizer } from './pre-tokenizer.js';

const END_OF_TEXT = 0; // column

/** The pre-tokenizer that a machine describes. */
export function preTokenizer(machine: PieceMachine): PreTokenizer {
  return (bytes, start, end, isLast, ends) => scan(machine, bytes, start, end, isLast, ends);
}

/**
 * Writes ends without branching, so that no branch is mispredicted at the end of a word: an end is written at every character, and
 * kept when the transition says so.
 */
function scan(
  { ascii, blockOf, columns, transitions, tentative }: PieceMachine,
  bytes: Uint8Array,
  start: number,
  end: number,
  isLast: boolean,
  ends: Int32Array,
): number {
  const capacity = ends.length - 4; // a character writes at most two ends, and so does the end of the text
  let pieces = 0;
  let last = 0; // transition
  let at = start;
  while (at < end && pieces < capacity) {
    const byte = bytes[at]!;
    let next = at + 1;
    let column: number;
    if (byte < 0x80) {
      column = ascii[byte]!;
    } else {
      let point: number;
      if (byte < 0xe0) {
        point = ((byte & 31) << 6) | (bytes[at + 1]! & 63);
        next = at + 2;
      } else if (byte < 0xf0) {
        point = ((byte & 15) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63);
        next = at + 3;
      } else {
        point =
          ((byte & 7) << 18) |
          ((bytes[at + 1]! & 63) << 12) |
          ((bytes[at + 2]! & 63) << 6) |
          (bytes[at + 3]! & 63);
        next = at + 4;
      }
      column = columns[(blockOf[point >> 8]! << 8) | (point & 255)]!;
    }
    let transition = transitions[last | column]!;
    if (transition >= RARE) {
      if (transition >= TAKE_BACK) pieces--;
      else ends[pieces++] = previousCharacter(bytes, at);
      transition &= NEXT;
    }
    ends[pieces] = at;
    pieces += (transition & END) >> (STATE_BITS - 1);
    last = transition;
    at = next;
  }
  if (at < end || !isLast) return last >= tentative ? pieces - 1 : pieces;
  const transition = transitions[last | END_OF_TEXT]!;
  if (transition >= TAKE_BACK) pieces--;
  else if (transition >= END_BEFORE_PREVIOUS) ends[pieces++] = previousCharacter(bytes, end);
  if (transition & END) ends[pieces++] = end;
  return pieces;
}

/** Where the character before `at` begins. */
function previousCharacter(bytes: Uint8Array, at: number): number {
  let previous = at - 1;
  while ((bytes[previous]! & 0xc0) === 0x80) previous--;
  return previous;
}
