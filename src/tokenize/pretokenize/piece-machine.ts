import { damaged } from '../vocabulary/damaged.js';

const LIMIT = 0x110000; // code points
const BLOCKS: number = LIMIT >> 8;
/** Bytes of a machine before its runs: states, columns, first tentative state, 0; number of blocks; number of runs. */
export const MACHINE_HEADER = 8;

/** In a transition's bytes, above seven bits for the next state. */
const ENDS = 1 << 7;
const BEFORE_PREVIOUS = 1 << 8;
const TAKES_BACK = 1 << 9;

/** Columns are numbers below `1 << COLUMN_BITS`; column 0 is the end of the text. */
export const COLUMN_BITS = 6;
/** In a transition: a piece ended before the character. */
export const END: number = 1 << COLUMN_BITS;
export const STATE_BITS: number = COLUMN_BITS + 1;
/** The state of a transition, and {@link END}. */
export const NEXT = 0x3fff;
/** Transitions from this value on ask for one of the two rare things. */
export const RARE = 0x4000;
/** A piece ended before the previous character, too. */
export const END_BEFORE_PREVIOUS = 0x4000;
/** The last end is to be taken back. */
export const TAKE_BACK = 0x8000;

/**
 * A pre-tokenizer as tables: read a text character by character, and each transition says which pieces have ended.
 *
 * A transition is a number: the next state above bit 7, bit 6 for {@link END}, two bits above for the rare things. Joined with the
 * next character's column it is the index of the next transition, whatever its bit 6: one look-up a character.
 */
export interface PieceMachine {
  /** Column of an ASCII byte. */
  readonly ascii: Uint8Array;
  /** Column of a code point `c`: `columns[(blockOf[c >> 8] << 8) | (c & 255)]`. */
  readonly blockOf: Uint16Array;
  readonly columns: Uint8Array;
  readonly transitions: Uint16Array;
  /** Transitions from this value on (rare bits left out) lead to states that hold an end which may be taken back. */
  readonly tentative: number;
}

/**
 * Unpacks a machine that `compilePattern` wrote (`src/tokenize/pattern/write-machine.ts` lays it out).
 *
 * Bytes that are no machine are a `PromptCostError` with code `unsupported-encoding`.
 */
export function readMachine(bytes: Uint8Array): PieceMachine {
  const [states, columnCount, tentative] = bytes as unknown as readonly [number, number, number];
  const blockOf = new Uint16Array(BLOCKS);
  const columns = new Uint8Array((bytes[4]! | (bytes[5]! << 8)) << 8);
  let at = layRuns(bytes, columnCount, blockOf, columns);
  if (at + 2 * states * columnCount !== bytes.length || states === 0 || columnCount > END) throw damaged();
  const transitions = new Uint16Array(states << STATE_BITS);
  const isFresh = new Uint8Array(128); // by state: whether one character has been read
  for (let state = 0; state < states; state++) {
    for (let column = 0; column < columnCount; column++, at += 2) {
      const packed = bytes[at]! | (bytes[at + 1]! << 8);
      if (
        !isSound(packed, state, column, states, tentative) ||
        (isFresh[state] && packed & BEFORE_PREVIOUS)
      ) {
        throw damaged();
      }
      if (state === 0) isFresh[packed & 127] = 1;
      const transition =
        ((packed & 127) << STATE_BITS) | ((packed >> 7) & 1 ? END : 0) | ((packed >> 8) << 14);
      const index = (state << STATE_BITS) | column;
      transitions[index] = transition;
      transitions[index | END] = transition;
    }
  }
  const ascii = columns.slice(blockOf[0]! << 8, (blockOf[0]! << 8) + 128);
  return { ascii, blockOf, columns, transitions, tentative: tentative << STATE_BITS };
}

/**
 * Whether a transition keeps the rules on which a scan relies: no end is taken back that was not written, and no piece is empty at the
 * beginning of a text or left at its end.
 */
function isSound(packed: number, state: number, column: number, states: number, tentative: number): boolean {
  const next = packed & 127;
  const writes = (packed & (ENDS | BEFORE_PREVIOUS)) !== 0;
  const takesBack = (packed & TAKES_BACK) !== 0;
  if (next >= states || packed > (TAKES_BACK | ENDS | 127)) return false;
  if (state === 0) return packed === next && (next === 0) === (column === 0) && next < tentative;
  if (takesBack && state < tentative) return false;
  if (column === 0) return next === 0 && (packed & ENDS) !== 0;
  return next > 0 && (next < tentative || writes || (state >= tentative && !takesBack));
}

/** Lays the runs of code points into blocks, one block for all that hold nothing but a column; returns where the runs end. */
function layRuns(bytes: Uint8Array, columnCount: number, blockOf: Uint16Array, columns: Uint8Array): number {
  const uniform = new Map<number, number>(); // column → the block that holds nothing else
  let runs = bytes[6]! | (bytes[7]! << 8);
  let at = MACHINE_HEADER;
  let next = 0; // number of blocks so far
  let from = 0;
  for (; runs > 0; runs--) {
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) throw damaged();
      length |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    const column = bytes[at++]!;
    if (length <= 0 || from + length > LIMIT || column === 0 || column >= columnCount) throw damaged();
    for (const to = from + length; from < to; ) {
      const stop = Math.min(to, (from | 255) + 1);
      let block = from & 255 ? next - 1 : stop - from === 256 ? uniform.get(column) : undefined;
      if (block === undefined) {
        block = next++;
        if (stop - from === 256) uniform.set(column, block);
      }
      blockOf[from >> 8] = block;
      columns.fill(column, (block << 8) | (from & 255), (block << 8) + (from & 255) + stop - from);
      from = stop;
    }
  }
  if (from !== LIMIT || next << 8 !== columns.length) throw damaged();
  return at;
}
