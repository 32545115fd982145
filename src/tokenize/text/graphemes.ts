import { cutsPair } from './cuts-pair.js';

const WINDOW = 64; // UTF-16 units looked at first for the end of a grapheme
const STRETCH = 1024; // UTF-16 units segmented at once
const ZERO_WIDTH_JOINER = 0x200d;

let segmenter: Intl.Segmenter | undefined;

/**
 * Where the graphemes of a text end: the places at which a person would not see a character cut.
 *
 * Only the surroundings of a place are looked at, so that asking costs the same in a long text. Whole code points stand in for
 * graphemes in runtimes without `Intl.Segmenter`.
 */
export class Graphemes {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The last place at or before `at` between two graphemes.
   *
   * @param from - Such a place, the earliest there can be as an answer.
   */
  floor(from: number, at: number): number {
    const text = this.#text;
    if (at >= text.length) return text.length;
    if (at <= from) return from;
    if (typeof Intl.Segmenter !== 'function') return cutsPair(text, at) && at - 1 > from ? at - 1 : at;
    let start = at;
    while (start > from && !isSurelyBetween(text.charCodeAt(start - 1), text.charCodeAt(start))) start--;
    // Whether there is a boundary depends on what is before it and on the one character behind it.
    const past = cutsPair(text, at + 1) ? at + 2 : at + 1;
    return this.#lastWithin(start, past, at);
  }

  /**
   * The last place at or before `at` between two graphemes of `start` to `past`.
   *
   * A stretch at a time, each from the beginning of the last grapheme of the one before: the segmenter takes longer than twice as long
   * for twice the text.
   */
  #lastWithin(start: number, past: number, at: number): number {
    const text = this.#text;
    let [last, length] = [start, STRETCH];
    for (;;) {
      const cut = last + length;
      const stop = Math.min(past, cutsPair(text, cut) ? cut + 1 : cut);
      const from = last;
      for (const { index } of segmentsOf(text.slice(from, stop))) if (from + index <= at) last = from + index;
      if (stop === past) return last;
      length = last === from ? length * 2 : STRETCH;
    }
  }

  /** End of the grapheme at `from`, a place between two graphemes. */
  end(from: number): number {
    const text = this.#text;
    if (typeof Intl.Segmenter !== 'function') return from + (cutsPair(text, from + 1) ? 2 : 1);
    for (let window = WINDOW; ; window *= 2) {
      const stop = Math.min(text.length, from + window);
      const [first] = segmentsOf(text.slice(from, cutsPair(text, stop) ? stop + 1 : stop));
      const end = from + (first?.segment.length ?? 0);
      if (end < stop || stop === text.length) return end;
    }
  }
}

function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Whether two UTF-16 units are known to belong to different graphemes; no only means that it takes a closer look. */
function isSurelyBetween(before: number, after: number): boolean {
  if (after < 0x300) return mayEnd(before) && !(before === 13 && after === 10);
  return isWhole(before) && isWhole(after);
}

/** Not half of a pair, not among the signs (nearly all Arabic and Syriac) that join what follows, and not what joins © to a picture. */
function mayEnd(unit: number): boolean {
  return unit < 0x600 || (unit > 0x8ff && unit !== 0xd4e && unit !== ZERO_WIDTH_JOINER && unit < 0xd800);
}

/** Ideographs and syllables of Hangul, which join none of their own. */
function isWhole(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
}
