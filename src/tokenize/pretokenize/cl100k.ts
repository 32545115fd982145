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
const LETTER = classSet('upper', 'lower', 'caseless');
const SIGN = classSet('other', 'mark', 'punctuation', 'symbol');
const LF = 10;
const CR = 13;
const BLANK = 32;
const APOSTROPHE = 39;

/** `cl100k_base` and Llama 3: up to three numbers a piece. */
export const cl100k: PreTokenizer = (bytes, start, end, isLast, ends) =>
  scan(bytes, start, end, isLast, ends, 3);

/** Qwen 2 and 3: as cl100k, but each number is a piece of its own. */
export const qwen: PreTokenizer = (bytes, start, end, isLast, ends) =>
  scan(bytes, start, end, isLast, ends, 1);

/**
 * ```text
 * (?i:'s|'t|'re|'ve|'m|'ll|'d)
 * [^\r\n\p{L}\p{N}]?\p{L}+
 * \p{N}{1,digits}
 *  ?[^\s\p{L}\p{N}]+[\r\n]*
 * \s*[\r\n]+ | \s+(?!\S) | \s+
 * ```
 *
 * ASCII is decided here, byte by byte; where a decision meets another byte, {@link pieceEnd} starts the piece again by code points.
 */
function scan(
  bytes: Uint8Array,
  start: number,
  end: number,
  isLast: boolean,
  ends: Int32Array,
  digits: number,
): number {
  const table = classTable();
  const ascii = table.ascii;
  const limit = isLast ? end : end - LOOKAHEAD;
  const capacity = ends.length;
  let p = start;
  let pieces = 0;
  while (p < end && pieces < capacity) {
    let q = p;
    const kind = ascii[bytes[p]!]!;
    let isWord = kind === LOWER || kind === UPPER;
    if (!isWord) {
      const next = ascii[bytes[p + 1]!]!;
      if (kind === NUMBER) {
        q = p + 1;
        while (q < p + digits && ascii[bytes[q]!] === NUMBER) q++;
        if (bytes[q]! >= 0x80 && q < p + digits) q = pieceEnd(bytes, p, end, isLast, digits, table);
      } else if (bytes[p] === APOSTROPHE && contractionEnd(bytes, p, end) > p) {
        q = contractionEnd(bytes, p, end);
      } else if (kind === NON_ASCII) {
        q = pieceEnd(bytes, p, end, isLast, digits, table);
      } else if ((next === LOWER || next === UPPER) && kind !== NEWLINE) {
        isWord = true;
        q = p + 1;
      } else if (next === NON_ASCII || kind === SPACE || kind === NEWLINE) {
        q = pieceEnd(bytes, p, end, isLast, digits, table);
      } else {
        q = p + 1;
        while (isAsciiSign(ascii[bytes[q]!]!) && q < end) q++;
        if (bytes[q]! >= 0x80) q = pieceEnd(bytes, p, end, isLast, digits, table);
        else while (q < end && isLineBreak(bytes[q]!)) q++;
      }
    }
    if (isWord) {
      // upper is 1 and lower is 2
      while ((ascii[bytes[q]!]! - 1) >>> 0 < 2) q++;
      if (bytes[q]! >= 0x80) q = pieceEnd(bytes, p, end, isLast, digits, table);
    }
    if (q > limit) break;
    ends[pieces++] = q;
    p = q;
  }
  return pieces;
}

function isAsciiSign(kind: number): boolean {
  return (
    kind === CharacterClass.punctuation || kind === CharacterClass.symbol || kind === CharacterClass.other
  );
}

function isLineBreak(byte: number): boolean {
  return byte === LF || byte === CR;
}

/** End of the piece at `p`, by code points; `p` is not the start of a contraction. */
function pieceEnd(
  bytes: Uint8Array,
  p: number,
  end: number,
  isLast: boolean,
  digits: number,
  table: ClassTable,
): number {
  const first = classAt(bytes, p, table);
  const kind = first & CLASS_MASK;
  const second = p + (first >> CLASS_BITS);
  if (kind === NUMBER) {
    let q = second;
    for (let i = 1; i < digits && q < end; i++) {
      const found = classAt(bytes, q, table);
      if ((found & CLASS_MASK) !== NUMBER) break;
      q += found >> CLASS_BITS;
    }
    return q;
  }
  if ((LETTER >> kind) & 1) return runEnd(bytes, second, end, LETTER, table);
  if (kind !== NEWLINE && second < end && (LETTER >> (classAt(bytes, second, table) & CLASS_MASK)) & 1) {
    return runEnd(bytes, second, end, LETTER, table);
  }
  const sign = bytes[p] === BLANK ? second : p;
  if (sign < end && (SIGN >> (classAt(bytes, sign, table) & CLASS_MASK)) & 1) {
    let q = runEnd(bytes, sign, end, SIGN, table);
    while (q < end && isLineBreak(bytes[q]!)) q++;
    return q;
  }
  return whiteSpaceEnd(bytes, p, end, isLast, table);
}

/** End of the run, from `p`, of characters whose class is in the set. */
function runEnd(bytes: Uint8Array, p: number, end: number, set: number, table: ClassTable): number {
  let q = p;
  while (q < end) {
    const found = classAt(bytes, q, table);
    if (!((set >> (found & CLASS_MASK)) & 1)) break;
    q += found >> CLASS_BITS;
  }
  return q;
}
