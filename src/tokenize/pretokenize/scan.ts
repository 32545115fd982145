import {
  COLUMN_BITS,
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
const ASCII_BITS = 7;
const ASCII = 1 << ASCII_BITS;
/** In a transition by byte: the machine's own transition asks for a rare thing. */
const RARE_BY_BYTE = 0x8000;

/** The pre-tokenizer that a machine describes. */
export function preTokenizer(machine: PieceMachine): PreTokenizer {
  const byByte = transitionsByByte(machine);
  return (bytes, start, end, isLast, ends) => scan(machine, byByte, bytes, start, end, isLast, ends);
}

/**
 * The machine's transitions by byte instead of column, which saves ASCII a look-up: one bit to the left of where the machine has
 * them, {@link RARE_BY_BYTE} in the place of the rare things.
 */
function transitionsByByte({ ascii, transitions }: PieceMachine): Uint16Array {
  const byByte = new Uint16Array(transitions.length << (ASCII_BITS - COLUMN_BITS));
  for (let last = 0; last < transitions.length; last += END) {
    for (let byte = 0; byte < ASCII; byte++) {
      const transition = transitions[last | ascii[byte]!]!;
      byByte[(last << 1) | byte] = ((transition & NEXT) << 1) | (transition >= RARE ? RARE_BY_BYTE : 0);
    }
  }
  return byByte;
}

/**
 * Writes ends without branching, so that no branch is mispredicted at the end of a word: an end is written at every character, and
 * kept when the transition says so.
 */
function scan(
  { ascii, blockOf, columns, transitions, tentative }: PieceMachine,
  byByte: Uint16Array,
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
    const stop = Math.min(end, at + ((capacity - pieces + 1) >> 1)); // so many characters write no more than there is room for
    let before = last << 1; // transition by byte
    for (; at < stop; at++) {
      const byte = bytes[at]!;
      if (byte >= ASCII) break;
      let transition = byByte[before | byte]!;
      if (transition >= RARE_BY_BYTE) {
        if (transitions[(before >> 1) | ascii[byte]!]! >= TAKE_BACK) pieces--;
        else ends[pieces++] = previousCharacter(bytes, at);
        transition ^= RARE_BY_BYTE;
      }
      ends[pieces] = at;
      pieces += (transition >> ASCII_BITS) & 1;
      before = transition;
    }
    last = before >> 1;
    while (at < stop) {
      const byte = bytes[at]!;
      if (byte < ASCII) break;
      let next: number;
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
      const column = columns[(blockOf[point >> 8]! << 8) | (point & 255)]!;
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
