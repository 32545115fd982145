import { bytesOfHex } from '../text/hex.js';
import { CLASS_TABLE } from './class-table.data.js';

const BLOCKS = 0x1100; // one per 256 code points

/** Class of a code point `c`: `classes[(blockOf[c >> 8] << 8) | (c & 255)]`. */
export interface ClassTable {
  readonly blockOf: Uint8Array;
  readonly classes: Uint8Array;
}

let table: ClassTable | undefined;

/** The classes of all code points of Unicode 16, unpacked on first use. */
export function classTable(): ClassTable {
  table ??= unpack(bytesOfHex(CLASS_TABLE));
  return table;
}

function unpack(packed: Uint8Array): ClassTable {
  const nibbles = packed.subarray(BLOCKS);
  const classes = new Uint8Array(nibbles.length * 2);
  for (let i = 0; i < nibbles.length; i++) {
    classes[2 * i] = nibbles[i]! & 15;
    classes[2 * i + 1] = nibbles[i]! >> 4;
  }
  return { blockOf: packed.slice(0, BLOCKS), classes };
}
