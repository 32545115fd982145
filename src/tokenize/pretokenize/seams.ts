import { BLOCK, type Vocabulary } from '../vocabulary/vocabulary.js';

const BLANK = 32;
const ASCII = 128;

/** Where in any text of a vocabulary nothing can merge: known from the bytes that its tokens hold side by side. */
export interface Seams {
  /** By byte: 1 for a character of ASCII that is part of no longer token, so that both its sides are seams. */
  readonly alone: Uint8Array;
  /**
   * Whether a space between these two bytes may have merged with what is before it. Elsewhere the place before a space is a seam, unless
   * another space is before it.
   *
   * Few vocabularies have such a token: Gemma 3 has one, `> </`.
   */
  spans(before: number, after: number): boolean;
}

/** Reads the seams off the tokens. */
export function seamsOf({ bytes, starts, lefts, size }: Vocabulary): Seams {
  const alone = new Uint8Array(256).fill(1, 0, ASCII);
  const spanned = new Uint8Array(65_536); // before | after << 8
  alone[BLANK] = 0;
  for (let rank = 0; rank < size; rank++) {
    const start = starts[rank]!;
    const end = starts[rank + 1]!;
    if (end - start === 1 || lefts[rank] === BLOCK) continue;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      alone[byte] = 0;
      if (byte !== BLANK || at === start || bytes[at - 1] === BLANK) continue;
      const before = bytes[at - 1]!;
      if (at + 1 < end) spanned[before | (bytes[at + 1]! << 8)] = 1;
      else for (let after = 0; after < 256; after++) spanned[before | (after << 8)] = 1;
    }
  }
  return { alone, spans: (before, after) => spanned[before | (after << 8)] === 1 };
}
