import { CharacterClass, classSet } from '../unicode/character-class.js';
import { CLASS_BITS, CLASS_MASK, classAt } from '../unicode/class-at.js';
import type { ClassTable } from '../unicode/class-table.js';
import type { PreTokenizer } from './pre-tokenizer.js';
import { numbersEnd } from './runs.js';
import { preTokenizer } from './scan.js';

const { number: NUMBER, space: SPACE, newline: NEWLINE } = CharacterClass;
const WORD = classSet('upper', 'lower', 'caseless', 'mark');
const SIGN = classSet('punctuation', 'symbol');
const NO_PREFIX = classSet('newline', 'punctuation', 'symbol');
/** Stands for a class where the segment ends: the width is 0. */
const SEGMENT_END = CLASS_MASK;
const LF = 10;
const CR = 13;
const BLANK = 32;

/**
 * The pre-tokenizer of DeepSeek V3 and R1: three splits, each working within the pieces of the one before.
 *
 * ```text
 * 1. \p{N}{1,3}
 * 2. [一-龥぀-ゟ゠-ヿ]+
 * 3. [!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+
 *    [^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+
 *     ?[\p{P}\p{S}]+[\r\n]*
 *    \s*[\r\n]+ | \s+(?!\S) | \s+
 * ```
 *
 * Numbers and runs of Chinese and Japanese therefore end a *segment*, at which the third split sees the end of its text.
 * Characters that no alternative of the third matches stay together as a piece of their own.
 */
export const deepseek: PreTokenizer = preTokenizer(
  {
    splitsCase: false,
    digits: 3,
    contractions: 'none',
    slashAfterBreak: false,
    digitsEndSegment: true,
    controlsAreSigns: false,
  },
  pieceEnd,
);

/** End of the piece at `p`, by code points. */
function pieceEnd(bytes: Uint8Array, p: number, end: number, isLast: boolean, table: ClassTable): number {
  const first = classAt(bytes, p, table);
  const kind = first & CLASS_MASK;
  const second = p + (first >> CLASS_BITS);
  if (kind === NUMBER) return numbersEnd(bytes, p, end, 3, table);
  const cjk = isCjkAt(bytes, p);

  if (bytes[p]! < 0x80 && (SIGN >> kind) & 1) {
    const q = asciiLettersEnd(bytes, second, end);
    if (q > second) return q;
  }
  if ((WORD >> kind) & 1) return runEnd(bytes, second, end, cjk, WORD, table);
  if (
    !((NO_PREFIX >> kind) & 1) &&
    (WORD >> (segmentClassAt(bytes, second, end, cjk, table) & CLASS_MASK)) & 1
  ) {
    return runEnd(bytes, second, end, cjk, WORD, table);
  }
  const sign = bytes[p] === BLANK ? second : p;
  if ((SIGN >> (segmentClassAt(bytes, sign, end, cjk, table) & CLASS_MASK)) & 1) {
    let q = runEnd(bytes, sign, end, cjk, SIGN, table);
    while (!cjk && q < end && (bytes[q] === LF || bytes[q] === CR)) q++;
    return q;
  }
  if (kind === SPACE || kind === NEWLINE) return whiteSpaceEnd(bytes, p, end, isLast, table);
  return gapEnd(bytes, second, end, cjk, isLast, table);
}

/** U+4E00-9FA5 and U+3040-30FF, read off their UTF-8: all of three bytes, leads E3 to E9. */
function isCjkAt(bytes: Uint8Array, p: number): boolean {
  const lead = bytes[p]!;
  if (lead < 0xe3 || lead > 0xe9) return false;
  const point = ((lead & 15) << 12) | ((bytes[p + 1]! & 63) << 6) | (bytes[p + 2]! & 63);
  return (point >= 0x4e00 && point <= 0x9fa5) || (point >= 0x3040 && point <= 0x30ff);
}

/** As {@link classAt}, but {@link SEGMENT_END} where the text, or the run that is (or is not) Chinese and Japanese, ends. */
function segmentClassAt(bytes: Uint8Array, p: number, end: number, cjk: boolean, table: ClassTable): number {
  if (p >= end) return SEGMENT_END;
  const found = classAt(bytes, p, table);
  return (found & CLASS_MASK) === NUMBER || isCjkAt(bytes, p) !== cjk ? SEGMENT_END : found;
}

function asciiLettersEnd(bytes: Uint8Array, p: number, end: number): number {
  let q = p;
  while (q < end && bytes[q]! < 0x80 && (bytes[q]! | 32) >= 97 && (bytes[q]! | 32) <= 122) q++;
  return q;
}

/** End of the run, from `p` and within its segment, of characters whose class is in the set. */
function runEnd(
  bytes: Uint8Array,
  p: number,
  end: number,
  cjk: boolean,
  set: number,
  table: ClassTable,
): number {
  let q = p;
  for (;;) {
    const found = segmentClassAt(bytes, q, end, cjk, table);
    if (!((set >> (found & CLASS_MASK)) & 1)) return q;
    q += found >> CLASS_BITS;
  }
}

/** As for the other pre-tokenizers, but what ends a segment is no text that follows. White space is never Chinese or Japanese. */
function whiteSpaceEnd(
  bytes: Uint8Array,
  p: number,
  end: number,
  isLast: boolean,
  table: ClassTable,
): number {
  let q = p;
  let lastCharacter = p;
  let afterNewline = -1;
  let kind: number = SPACE;
  for (;;) {
    const found = segmentClassAt(bytes, q, end, false, table);
    kind = found & CLASS_MASK;
    if (kind !== SPACE && kind !== NEWLINE) break;
    lastCharacter = q;
    q += found >> CLASS_BITS;
    if (kind === NEWLINE) afterNewline = q;
  }
  if (q >= end && !isLast) return end;
  if (afterNewline >= 0) return afterNewline;
  if (kind === SEGMENT_END) return q;
  return lastCharacter > p ? lastCharacter : q;
}

/** Characters that nothing matches, up to one that would lead a word. */
function gapEnd(
  bytes: Uint8Array,
  afterFirst: number,
  end: number,
  cjk: boolean,
  isLast: boolean,
  table: ClassTable,
): number {
  let q = afterFirst;
  for (;;) {
    if (q >= end && !isLast) return end;
    const found = segmentClassAt(bytes, q, end, cjk, table);
    if ((found & CLASS_MASK) !== CharacterClass.other) return q;
    const next = q + (found >> CLASS_BITS);
    if ((WORD >> (segmentClassAt(bytes, next, end, cjk, table) & CLASS_MASK)) & 1) return q;
    q = next;
  }
}
