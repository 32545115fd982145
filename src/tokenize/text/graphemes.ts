/**
 * Where the graphemes of a text end: the places at which a person would not see a character cut.
 *
 * Whole code points stand in for them in runtimes without `Intl.Segmenter`.
 */
export class Graphemes {
  readonly #text: string;
  readonly #segments: Intl.Segments | undefined;

  constructor(text: string) {
    this.#text = text;
    if (typeof Intl.Segmenter === 'function') {
      this.#segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
    }
  }

  /** The last place at or before `at`, and not before `from`, between two graphemes. */
  floor(from: number, at: number): number {
    if (at >= this.#text.length) return this.#text.length;
    if (at <= from) return from;
    if (this.#segments) return Math.max(from, this.#segments.containing(at)?.index ?? at);
    return isLowSurrogate(this.#text.charCodeAt(at)) && at - 1 > from ? at - 1 : at;
  }

  /** End of the grapheme at `from`. */
  end(from: number): number {
    if (this.#segments) {
      const found = this.#segments.containing(from);
      if (found) return found.index + found.segment.length;
    }
    return from + ((this.#text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1);
  }
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
