import { allocate } from './memory';

// The tables of a `PieceMachine` (src/tokenize/pretokenize/piece-machine.ts), which also says what a transition is.
let ascii: usize = 0; // a byte an ASCII character
let blockOf: usize = 0; // half a word a block of 256 code points
let columns: usize = 0; // a byte a code point of a block
let transitions: usize = 0; // half a word each
let tentative: u32 = 0;

const COLUMN_BITS: u32 = 6;
const NEXT: u32 = 0x3fff;
const RARE: u32 = 0x4000;
const TAKE_BACK: u32 = 0x8000;

/** Ends that a scan writes at most. */
export const BATCH: u32 = 2048;
let full: usize = 0;
/** Where a scan writes the ends of pieces: an address each. */
export let pieceEnds: usize = 0;

/** Room for the tables, in the order of their declaration above. */
export function placeMachine(columnBytes: u32, transitionBytes: u32, firstTentative: u32): usize {
  ascii = allocate(128 + 2 * 0x1100 + columnBytes + transitionBytes);
  blockOf = ascii + 128;
  columns = blockOf + 2 * 0x1100;
  transitions = columns + columnBytes;
  tentative = firstTentative;
  pieceEnds = allocate(4 * BATCH);
  full = pieceEnds + 4 * (BATCH - 4); // a character writes at most two ends, and so does the end of the text
  return ascii;
}

/** Cuts `[start, end)` into pieces and returns how many are certain; see `src/tokenize/pretokenize/scan.ts`. */
export function scan(start: usize, end: usize, isLast: bool): u32 {
  let to = pieceEnds;
  let last: u32 = 0;
  let at = start;
  while (at < end && to < full) {
    const byte = <u32>load<u8>(at);
    let next = at + 1;
    let column: u32;
    if (byte < 0x80) {
      column = load<u8>(ascii + byte);
    } else {
      let point: u32;
      if (byte < 0xe0) {
        point = ((byte & 31) << 6) | (load<u8>(at, 1) & 63);
        next = at + 2;
      } else if (byte < 0xf0) {
        point = ((byte & 15) << 12) | ((<u32>load<u8>(at, 1) & 63) << 6) | (load<u8>(at, 2) & 63);
        next = at + 3;
      } else {
        point =
          ((byte & 7) << 18) |
          ((<u32>load<u8>(at, 1) & 63) << 12) |
          ((<u32>load<u8>(at, 2) & 63) << 6) |
          (load<u8>(at, 3) & 63);
        next = at + 4;
      }
      const block = <u32>load<u16>(blockOf + ((point >> 8) << 1));
      column = load<u8>(columns + ((block << 8) | (point & 255)));
    }
    let transition = <u32>load<u16>(transitions + ((last | column) << 1));
    if (transition >= RARE) {
      if (transition >= TAKE_BACK) to -= 4;
      else {
        store<u32>(to, <u32>previousCharacter(at));
        to += 4;
      }
      transition &= NEXT;
    }
    store<u32>(to, <u32>at);
    to += ((transition >> COLUMN_BITS) & 1) << 2;
    last = transition;
    at = next;
  }
  if (at < end || !isLast) {
    if (last >= tentative) to -= 4;
  } else {
    const transition = <u32>load<u16>(transitions + (last << 1));
    if (transition >= TAKE_BACK) to -= 4;
    else if (transition >= RARE) {
      store<u32>(to, <u32>previousCharacter(end));
      to += 4;
    }
    if ((transition >> COLUMN_BITS) & 1) {
      store<u32>(to, <u32>end);
      to += 4;
    }
  }
  return <u32>((to - pieceEnds) >> 2);
}

/** Where the character before `at` begins. */
function previousCharacter(at: usize): usize {
  let previous = at - 1;
  while ((load<u8>(previous) & 0xc0) === 0x80) previous--;
  return previous;
}
