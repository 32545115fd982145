import { CharacterClass, classSet } from '../unicode/character-class.js';
import { CLASS_BITS, CLASS_MASK, classAt } from '../unicode/class-at.js';
import { type ClassTable, classTable } from '../unicode/class-table.js';
import { contractionEnd } from './contraction.js';
import { LOOKAHEAD, type PreTokenizer } from './pre-tokenizer.js';
import { whiteSpaceEnd } from './white-space.js';

const {
  upper: UPPER,
  lower: LOWER,
  number: NUMBER,
  space: SPACE,
  newline: NEWLINE,
  nonAscii: NON_ASCII,
} = CharacterClass;
const HEAD = classSet('upper', 'caseless', 'mark');
const TAIL = classSet('lower', 'caseless', 'mark');
const WORD = HEAD | TAIL;
const SIGN = classSet('other', 'mark', 'punctuation', 'symbol');
const LF = 10;
const CR = 13;
const BLANK = 32;
const APOSTROPHE = 39;
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
 *
 * ASCII is decided here, byte by byte; where a decision meets another byte, {@link pieceEnd} starts the piece again by code points.
 */
export const o200k: PreTokenizer = (bytes, start, end, isLast, ends) => {
  const table = classTable();
  const ascii = table.ascii;
  const limit = isLast ? end : end - LOOKAHEAD;
  const capacity = ends.length;
  let p = start;
  let pieces = 0;
  while (p < end && pieces < capacity) {
    let q = p;
    let kind = ascii[bytes[p]!]!;
    let isWord = kind === LOWER || kind === UPPER;
    if (!isWord && kind !== NUMBER && kind !== NON_ASCII) {
      const next = ascii[bytes[p + 1]!]!;
      if ((next === LOWER || next === UPPER) && kind !== NEWLINE) {
        isWord = true;
        q = p + 1;
      } else if (next === NON_ASCII || kind === SPACE || kind === NEWLINE) {
        q = pieceEnd(bytes, p, end, isLast, table);
      } else {
        q = p + 1;
        while (isAsciiSign(ascii[bytes[q]!]!) && q < end) q++;
        if (bytes[q]! >= 0x80) q = pieceEnd(bytes, p, end, isLast, table);
        else while (q < end && isLineBreakOrSlash(bytes[q]!)) q++;
      }
    } else if (kind === NUMBER) {
      q++;
      if (ascii[bytes[q]!] === NUMBER) q++;
      if (ascii[bytes[q]!] === NUMBER && q === p + 2) q++;
      if (bytes[q]! >= 0x80 && q < p + 3) q = pieceEnd(bytes, p, end, isLast, table);
    } else if (!isWord) {
      q = pieceEnd(bytes, p, end, isLast, table);
    }
    if (isWord) {
      while (ascii[bytes[q]!] === UPPER) q++;
      while (ascii[bytes[q]!] === LOWER) q++;
      kind = bytes[q]!;
      if (kind >= 0x80) q = pieceEnd(bytes, p, end, isLast, table);
      else if (kind === APOSTROPHE) q = contractionEnd(bytes, q, end);
    }
    if (q > limit) break;
    ends[pieces++] = q;
    p = q;
  }
  return pieces;
};

function isAsciiSign(kind: number): boolean {
  return (
    kind === CharacterClass.punctuation || kind === CharacterClass.symbol || kind === CharacterClass.other
  );
}

function isLineBreakOrSlash(byte: number): boolean {
  return byte === LF || byte === CR || byte === SLASH;
}

/** End of the piece at `p`, by code points. */
function pieceEnd(bytes: Uint8Array, p: number, end: number, isLast: boolean, table: ClassTable): number {
  const first = classAt(bytes, p, table);
  const kind = first & CLASS_MASK;
  const second = p + (first >> CLASS_BITS);
  if (kind === NUMBER) return numberEnd(bytes, second, end, table);
  if ((WORD >> kind) & 1) return wordEnd(bytes, p, end, isLast, table);
  if (kind !== NEWLINE && second < end && (WORD >> (classAt(bytes, second, table) & CLASS_MASK)) & 1) {
    return wordEnd(bytes, second, end, isLast, table);
  }
  const sign = bytes[p] === BLANK ? second : p;
  if (sign < end && (SIGN >> (classAt(bytes, sign, table) & CLASS_MASK)) & 1)
    return signsEnd(bytes, sign, end, table);
  return whiteSpaceEnd(bytes, p, end, isLast, table);
}

/** Up to two more numbers after the first. */
function numberEnd(bytes: Uint8Array, afterFirst: number, end: number, table: ClassTable): number {
  let q = afterFirst;
  for (let i = 0; i < 2 && q < end; i++) {
    const found = classAt(bytes, q, table);
    if ((found & CLASS_MASK) !== NUMBER) break;
    q += found >> CLASS_BITS;
  }
  return q;
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
    while (q < end) {
      const found = classAt(bytes, q, table);
      if (!((TAIL >> (found & CLASS_MASK)) & 1)) break;
      q += found >> CLASS_BITS;
    }
  } else if (afterCaseless >= 0) {
    q = afterCaseless;
  }
  return contractionEnd(bytes, q, end);
}

/** A run of signs, then line breaks and slashes. */
function signsEnd(bytes: Uint8Array, sign: number, end: number, table: ClassTable): number {
  let q = sign;
  while (q < end) {
    const found = classAt(bytes, q, table);
    if (!((SIGN >> (found & CLASS_MASK)) & 1)) break;
    q += found >> CLASS_BITS;
  }
  while (q < end && isLineBreakOrSlash(bytes[q]!)) q++;
  return q;
}
