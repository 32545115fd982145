import { CharacterClass } from '../unicode/character-class.js';
import { CLASS_BITS, CLASS_MASK, classAt } from '../unicode/class-at.js';
import type { ClassTable } from '../unicode/class-table.js';

/**
 * End of the piece that white space at `p` begins: `\s*[\r\n]+ | \s+(?!\S) | \s+`.
 *
 * Up to the last line break of the run; without one, all but the last character of the run when something follows it; else the run.
 */
export function whiteSpaceEnd(
  bytes: Uint8Array,
  p: number,
  end: number,
  isLast: boolean,
  table: ClassTable,
): number {
  let q = p;
  let lastCharacter = p;
  let afterNewline = -1;
  while (q < end) {
    const found = classAt(bytes, q, table);
    const kind = found & CLASS_MASK;
    if (kind !== CharacterClass.space && kind !== CharacterClass.newline) break;
    lastCharacter = q;
    q += found >> CLASS_BITS;
    if (kind === CharacterClass.newline) afterNewline = q;
  }
  if (q >= end && !isLast) return end;
  if (afterNewline >= 0) return afterNewline;
  if (q >= end) return q;
  return lastCharacter > p ? lastCharacter : q;
}
