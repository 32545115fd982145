/** What patterns need to know of a character. Every code point has exactly one class. */
export const CharacterClass = {
  /** Controls, format characters, private use, unassigned. */
  other: 0,
  /** Lu and Lt. */
  upper: 1,
  /** Ll. */
  lower: 2,
  /** Lm and Lo: letters without case. */
  caseless: 3,
  /** M: combining marks. */
  mark: 4,
  /** N. */
  number: 5,
  /** White_Space but CR and LF. It holds U+0085 and not U+FEFF: JavaScript's `\s` is another set. */
  space: 6,
  /** CR and LF. */
  newline: 7,
  /** P. */
  punctuation: 8,
  /** S. */
  symbol: 9,
} as const;

export type CharacterClassName = keyof typeof CharacterClass;
