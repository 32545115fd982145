import { CharacterClass, classSet } from '../unicode/character-class.js';
import { CLASS_BITS, CLASS_MASK, classAt } from '../unicode/class-at.js';
import type { ClassTable } from '../unicode/class-table.js';
import { contractionEnd } from './contraction.js';
import type { PreTokenizer } from './pre-tokenizer.js';
import { numbersEnd, runEnd } from './runs.js';
import { preTokenizer } from './scan.js';
import { whiteSpaceEnd } from './white-space.js';

const { upper: UPPER, lower: LOWER, number: NUMBER, newline: NEWLINE } = CharacterClass;
const HEAD = classSet('upper', 'caseless', 'mark');
const TAIL = classSet('lower', 'caseless', 'mark');
const WORD = HEAD | TAIL;
const SIGN = classSet('other', 'mark', 'punctuation', 'symbol');
const LF = 10;
const CR = 13;
const BLANK = 32;
const SLASH = 47;

/**
 * The pre-tokenizer of `o200k_base`:
 *
 * ```text
 * [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
 * [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?
 * \p{N}{1,3}
 *  ?[^\s\p{L}\p{N}]+[\r\n/]*
 * \s*[\r\n]+ | \s+(?!\S) | \s+
 * ```
 */
export const o200k: PreTokenizer = preTokenizer(
  {
    splitsCase: true,
    digits: 3,
    contractions: 'suffix',
    slashAfterBreak: true,
    digitsEndSegment: false,
    controlsAreSigns: true,
  },
  pieceEnd,
);

/** End of the piece at `p`, by code points. */
function pieceEnd(bytes: Uint8Array, p: number, end: number, isLast: boolean, table: ClassTable): number {
  const first = classAt(bytes, p, table);
  const kind = first & CLASS_MASK;
  const second = p + (first >> CLASS_BITS);
  if (kind === NUMBER) return numbersEnd(bytes, p, end, 3, table);
  if ((WORD >> kind) & 1) return wordEnd(bytes, p, end, isLast, table);
  if (kind !== NEWLINE && second < end && (WORD >> (classAt(bytes, second, table) & CLASS_MASK)) & 1) {
    return wordEnd(bytes, second, end, isLast, table);
  }
  const sign = bytes[p] === BLANK ? second : p;
  if (sign < end && (SIGN >> (classAt(bytes, sign, table) & CLASS_MASK)) & 1)
    return signsEnd(bytes, sign, end, table);
  return whiteSpaceEnd(bytes, p, end, isLast, table);
}

/**
 * A head of upper-case and caseless letters and marks, then a tail of lower-case and caseless letters and marks.
 *
 * The tail may not be empty while the head could give it a character: a head with no lower-case letter behind it ends at its last
 * caseless letter or mark, if it has one.
 */
function wordEnd(bytes: Uint8Array, word: number, end: number, isLast: boolean, table: ClassTable): number {
  let q = word;
  let kind = -1;
  let afterCaseless = -1;
  while (q < end) {
    const found = classAt(bytes, q, table);
    kind = found & CLASS_MASK;
    if (!((HEAD >> kind) & 1)) break;
    q += found >> CLASS_BITS;
    if (kind !== UPPER) afterCaseless = q;
  }
  if (q >= end) {
    if (!isLast) return end;
    if (afterCaseless >= 0) q = afterCaseless;
  } else if (kind === LOWER) {
    q = runEnd(bytes, q, end, TAIL, table);
  } else if (afterCaseless >= 0) {
    q = afterCaseless;
  }
  return contractionEnd(bytes, q, end);
}

/** A run of signs, then line breaks and slashes. */
function signsEnd(bytes: Uint8Array, sign: number, end: number, table: ClassTable): number {
  let q = runEnd(bytes, sign, end, SIGN, table);
  while (q < end && isLineBreakOrSlash(bytes[q]!)) q++;
  return q;
}

function isLineBreakOrSlash(byte: number): boolean {
  return byte === LF || byte === CR || byte === SLASH;
}
