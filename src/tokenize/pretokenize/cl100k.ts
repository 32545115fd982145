import { CharacterClass, classSet } from '../unicode/character-class.js';
import { CLASS_BITS, CLASS_MASK, classAt } from '../unicode/class-at.js';
import type { ClassTable } from '../unicode/class-table.js';
import { contractionEnd } from './contraction.js';
import type { PreTokenizer } from './pre-tokenizer.js';
import { numbersEnd, runEnd } from './runs.js';
import { preTokenizer } from './scan.js';
import { whiteSpaceEnd } from './white-space.js';

const { number: NUMBER, newline: NEWLINE } = CharacterClass;
const LETTER = classSet('upper', 'lower', 'caseless');
const SIGN = classSet('other', 'mark', 'punctuation', 'symbol');
const LF = 10;
const CR = 13;
const BLANK = 32;

/** `cl100k_base` and Llama 3: up to three numbers a piece. */
export const cl100k: PreTokenizer = withDigits(3);

/** Qwen 2 and 3: as cl100k, but each number is a piece of its own. */
export const qwen: PreTokenizer = withDigits(1);

/**
 * ```text
 * (?i:'s|'t|'re|'ve|'m|'ll|'d)
 * [^\r\n\p{L}\p{N}]?\p{L}+
 * \p{N}{1,digits}
 *  ?[^\s\p{L}\p{N}]+[\r\n]*
 * \s*[\r\n]+ | \s+(?!\S) | \s+
 * ```
 */
function withDigits(digits: 1 | 3): PreTokenizer {
  return preTokenizer(
    {
      splitsCase: false,
      digits,
      contractions: 'piece',
      slashAfterBreak: false,
      digitsEndSegment: false,
      controlsAreSigns: true,
    },
    (bytes, p, end, isLast, table) => pieceEnd(bytes, p, end, isLast, digits, table),
  );
}

/** End of the piece at `p`, by code points. */
function pieceEnd(
  bytes: Uint8Array,
  p: number,
  end: number,
  isLast: boolean,
  digits: number,
  table: ClassTable,
): number {
  const contraction = contractionEnd(bytes, p, end);
  if (contraction > p) return contraction;
  const first = classAt(bytes, p, table);
  const kind = first & CLASS_MASK;
  const second = p + (first >> CLASS_BITS);
  if (kind === NUMBER) return numbersEnd(bytes, p, end, digits, table);
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

function isLineBreak(byte: number): boolean {
  return byte === LF || byte === CR;
}
