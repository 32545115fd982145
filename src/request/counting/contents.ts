import type { Content } from '../../models/index.js';

/** Signs that code, markup and JSON are full of, and prose is not. */
const CODE_SIGNS = '{}[]()<>=;:_/\\|&*+#$%^~@`"';

/** Of all that is not white space: a smaller part of a text decides nothing. */
const LEAST_PART = 0.05;
/** Of the Latin part: with less it is prose, with more code, between the two it may be either. */
const LEAST_SIGNS_OF_CODE = 0.04;
const MOST_SIGNS_OF_PROSE = 0.12;
/** Of the Latin part: some vocabularies have a token for each digit, others for three. */
const LEAST_DIGITS = 0.04;
const MOST_DIGITS = 0.25;
/** White space to each sign of the Latin part. Data without words, as base64 is, has less; an empty table has more. */
const LEAST_SPACE = 0.06;
const MOST_SPACE = 1;

/** Signs that are in everything, and say nothing. */
const NEUTRAL_SIGNS = ".,!?'-";

interface Shares {
  space: number;
  cjk: number;
  latin: number;
  signs: number;
  digits: number;
  other: number;
  neutral: number;
}

/**
 * What a text is made of, as far as that is cheap to see: shares of its UTF-16 units, in one pass.
 *
 * CJK, other scripts, and the Latin part (ASCII included) count where they are at least 5 % of what is not white space. In the
 * Latin part, at most 12 % of code signs allow for prose, at least 4 % for code, and at least 4 % of digits are numbers too. A
 * mixed text has several contents.
 *
 * @param text - Any text.
 *
 * @returns The contents, or none when the Latin part is neither prose nor code: mostly digits, spaces, or data without words.
 *
 * @example
 * ```ts
 * contentsOf('Why is the sky blue?'); // ['prose']
 * contentsOf('let x = [a, b];'); // ['code']
 * contentsOf('天空为什么是蓝色的？ Why is it?'); // ['prose', 'cjk']
 * ```
 */
export function contentsOf(text: string): readonly Content[] {
  const { space, cjk, latin, signs, digits, other } = sharesOf(text);
  const rest = latin + signs + digits;
  const least = LEAST_PART * (rest + cjk + other);
  const contents: Content[] = [];
  if (rest > 0 && rest >= least) {
    const isWords = space >= LEAST_SPACE * rest && space <= MOST_SPACE * rest + cjk + other;
    if (!isWords || digits > MOST_DIGITS * rest) return [];
    if (signs <= MOST_SIGNS_OF_PROSE * rest) contents.push('prose');
    if (signs >= LEAST_SIGNS_OF_CODE * rest) contents.push('code');
    if (digits >= LEAST_DIGITS * rest) contents.push('numbers');
  }
  if (cjk > 0 && cjk >= least) contents.push('cjk');
  if (other > 0 && other >= least) contents.push('other');
  return contents;
}

function sharesOf(text: string): Shares {
  const shares: Shares = { space: 0, cjk: 0, latin: 0, signs: 0, digits: 0, other: 0, neutral: 0 };
  for (let i = 0; i < text.length; i++) shares[kindOf(text.charCodeAt(i))]++;
  return shares;
}

function kindOf(unit: number): keyof Shares {
  if (unit < 0x80) return ASCII[unit]!;
  // Latin-1 and the accented Latin letters; then the typographic quotes, dashes and dots.
  if (unit < 0x250) return unit === 0xa0 ? 'space' : 'latin';
  if (unit >= 0x2010 && unit <= 0x2027) return 'neutral';
  if (unit === 0x3000) return 'space';
  // Hangul Jamo; from CJK radicals to Yi; Hangul syllables; compatibility ideographs; full-width forms; planes 2 and 3.
  if (unit >= 0x1100 && unit <= 0x11ff) return 'cjk';
  if (unit >= 0x2e80 && unit <= 0x9fff) return 'cjk';
  if (unit >= 0xac00 && unit <= 0xd7ff) return 'cjk';
  if ((unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xffef)) return 'cjk';
  return 'other';
}

const ASCII: readonly (keyof Shares)[] = /* @__PURE__ */ Array.from({ length: 0x80 }, (_, unit) => {
  if (unit <= 0x20) return 'space';
  if (unit >= 0x30 && unit <= 0x39) return 'digits';
  const sign = String.fromCharCode(unit);
  if (NEUTRAL_SIGNS.includes(sign)) return 'neutral';
  return CODE_SIGNS.includes(sign) ? 'signs' : 'latin';
});
