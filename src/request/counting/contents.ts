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
const LEAST_SPACE = 0.08;
const MOST_SPACE = 1;

/** Units of a run: some vocabularies have a token for 64 dashes, others for 16. Code is seldom indented so far. */
const LEAST_RUN = 16;

/** Signs that are in everything, and say nothing. */
const NEUTRAL_SIGNS = ".,!?'-";

/** What a text is made of. */
export interface Contents {
  /** What it says, runs apart; none where that is only white space, or signs that are in everything. */
  readonly kinds: readonly Content[];
  /** Runs of ASCII, as a part of the whole text: from 0 to 1. */
  readonly runs: number;
  /** Runs of anything else, likewise. */
  readonly oddRuns: number;
}

interface Shares {
  space: number;
  cjk: number;
  latin: number;
  signs: number;
  digits: number;
  other: number;
  neutral: number;
  runs: number;
  oddRuns: number;
}

/**
 * What a text is made of, as far as that is cheap to see: shares of its UTF-16 units, in one pass.
 *
 * CJK, other scripts, and the Latin part (ASCII included) count where they are at least 5 % of what is not white space. In the
 * Latin part, at most 12 % of code signs allow for prose, at least 4 % for code, and at least 4 % of digits are numbers too; a
 * Latin part without words, or mostly of digits, is data. A mixed text has several contents. One character, or two in turn, at least
 * 16 units long, is a run and counts for nothing else.
 *
 * @param text - Any text.
 *
 * @example
 * ```ts
 * contentsOf('Why is the sky blue?').kinds; // ['prose']
 * contentsOf('let x = [a, b];').kinds; // ['code']
 * contentsOf('天空为什么是蓝色的？ Why is it?').kinds; // ['prose', 'cjk']
 * contentsOf(`Why?\n${'-'.repeat(45)}`); // { kinds: ['prose'], runs: 0.9, oddRuns: 0 }
 * ```
 */
export function contentsOf(text: string): Contents {
  const { space, cjk, latin, signs, digits, other, runs, oddRuns } = sharesOf(text);
  const rest = latin + signs + digits;
  const least = LEAST_PART * (rest + cjk + other);
  const kinds: Content[] = [];
  if (rest > 0 && rest >= least) {
    const isWords = space >= LEAST_SPACE * rest && space <= MOST_SPACE * rest + cjk + other;
    if (!isWords || digits > MOST_DIGITS * rest) kinds.push('data');
    else {
      if (signs <= MOST_SIGNS_OF_PROSE * rest) kinds.push('prose');
      if (signs >= LEAST_SIGNS_OF_CODE * rest) kinds.push('code');
    }
    if (digits >= LEAST_DIGITS * rest) kinds.push('numbers');
  }
  if (cjk > 0 && cjk >= least) kinds.push('cjk');
  if (other > 0 && other >= least) kinds.push('other');
  const all = Math.max(1, text.length);
  return { kinds, runs: runs / all, oddRuns: oddRuns / all };
}

function sharesOf(text: string): Shares {
  const shares: Shares = {
    space: 0,
    cjk: 0,
    latin: 0,
    signs: 0,
    digits: 0,
    other: 0,
    neutral: 0,
    runs: 0,
    oddRuns: 0,
  };
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + 2, text.length);
    while (to < text.length && text.charCodeAt(to) === text.charCodeAt(to - 2)) to++;
    if (to - from >= LEAST_RUN) {
      const isAscii = text.charCodeAt(from) < 0x80 && text.charCodeAt(from + 1) < 0x80;
      shares[isAscii ? 'runs' : 'oddRuns'] += to - from;
    } else {
      // The last unit may begin a run of other characters.
      to = Math.max(from + 1, to - 1);
      for (let at = from; at < to; at++) shares[kindOf(text.charCodeAt(at))]++;
    }
  }
  return shares;
}

function kindOf(unit: number): keyof Shares {
  if (unit < 0x80) return ASCII[unit]!;
  // Latin-1 and the accented Latin letters; then the typographic quotes, dashes and dots.
  if (unit < 0x250) return unit === 0xa0 ? 'space' : 'latin';
  if (unit >= 0x2010 && unit <= 0x2027) return 'neutral';
  if (unit === 0x3000) return 'space';
  // From CJK radicals to Yi; Hangul syllables; compatibility ideographs; full-width forms.
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
