import { classTable } from '../unicode/class-table.js';

const CLASSES = 16;
const RUN_BYTES = 7;
/** Bytes of a machine before its runs: states, columns, first tentative state, 0, the column of each class, the number of runs. */
export const MACHINE_HEADER: number = 4 + CLASSES + 2;

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

/** Unpacks a machine that `compilePattern` wrote. */
export function readMachine(bytes: Uint8Array): PieceMachine {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const states = bytes[0]!;
  const columnCount = bytes[1]!;
  const runs = view.getUint16(4 + CLASSES, true);
  const { blockOf, columns } = codePointColumns(view, bytes.subarray(4, 4 + CLASSES), runs);
  const transitions = new Uint16Array(states << STATE_BITS);
  let at = MACHINE_HEADER + RUN_BYTES * runs;
  for (let state = 0; state < states; state++) {
    for (let column = 0; column < columnCount; column++, at += 2) {
      const packed = view.getUint16(at, true);
      const transition =
        ((packed & 127) << STATE_BITS) | ((packed >> 7) & 1 ? END : 0) | ((packed >> 8) << 14);
      const index = (state << STATE_BITS) | column;
      transitions[index] = transition;
      transitions[index | END] = transition;
    }
  }
  const ascii = columns.slice(blockOf[0]! << 8, (blockOf[0]! << 8) + 128);
  return { ascii, blockOf, columns, transitions, tentative: bytes[2]! << STATE_BITS };
}

/** The class table with columns for classes, and the runs of code points that have columns of their own laid over it. */
function codePointColumns(
  view: DataView,
  columnOf: Uint8Array,
  runs: number,
): { blockOf: Uint16Array; columns: Uint8Array } {
  const { classes, blockOf: shared } = classTable();
  const blockOf = Uint16Array.from(shared);
  const own = new Map<number, Uint8Array>(); // blocks that differ from the shared ones
  let next = classes.length >> 8;
  const uniform = new Map<number, number>(); // column → a block that holds nothing else
  for (let run = 0; run < runs; run++) {
    const at = MACHINE_HEADER + RUN_BYTES * run;
    const from = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    const to = view.getUint16(at + 3, true) | (view.getUint8(at + 5) << 16);
    const column = view.getUint8(at + 6);
    for (let start = from; start < to; ) {
      const block = start >> 8;
      const stop = Math.min(to, (block + 1) << 8);
      const isWhole = stop - start === 256;
      let number = isWhole ? uniform.get(column) : own.has(blockOf[block]!) ? blockOf[block] : undefined;
      if (number === undefined) {
        number = next++;
        const old = blockOf[block]! << 8;
        own.set(
          number,
          classes.slice(old, old + 256).map((found) => columnOf[found]!),
        );
        if (isWhole) uniform.set(column, number);
      }
      blockOf[block] = number;
      own.get(number)!.fill(column, start & 255, (start & 255) + stop - start);
      start = stop;
    }
  }
  const columns = new Uint8Array(next << 8);
  for (let i = 0; i < classes.length; i++) columns[i] = columnOf[classes[i]!]!;
  for (const [number, block] of own) columns.set(block, number << 8);
  return { blockOf, columns };
}
