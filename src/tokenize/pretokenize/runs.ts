import { CharacterClass } from '../unicode/character-class.js';
import { CLASS_BITS, CLASS_MASK, classAt } from '../unicode/class-at.js';
import type { ClassTable } from '../unicode/class-table.js';

/** End of the run, from `p`, of characters whose class is in the set. */
export function runEnd(bytes: Uint8Array, p: number, end: number, set: number, table: ClassTable): number {
  let q = p;
  while (q < end) {
    const found = classAt(bytes, q, table);
    if (!((set >> (found & CLASS_MASK)) & 1)) break;
    q += found >> CLASS_BITS;
  }
  return q;
}

/** End of up to `most` numbers from `p`. */
export function numbersEnd(
  bytes: Uint8Array,
  p: number,
  end: number,
  most: number,
  table: ClassTable,
): number {
  let q = p;
  for (let i = 0; i < most && q < end; i++) {
    const found = classAt(bytes, q, table);
    if ((found & CLASS_MASK) !== CharacterClass.number) break;
    q += found >> CLASS_BITS;
  }
  return q;
}
