/**
 * Where in a text each token stands, from the tokens' lengths in bytes.
 *
 * A token that holds part of a character spans the whole character, so tokens that share one overlap.
 */
export class TokenSpans {
  readonly #text: string;
  #unit: number; // UTF-16 offset of the character at hand
  #width = 0; // its UTF-16 units
  #left = 0; // its bytes not yet in a token

  constructor(text: string, start = 0) {
    this.#text = text;
    this.#unit = start;
  }

  /** Span `[start, end)` in UTF-16 offsets of the next `length` bytes. */
  next(length: number): [start: number, end: number] {
    let bytes = length;
    const start = this.#left > 0 || bytes === 0 ? this.#unit : this.#unit + this.#width;
    while (bytes > 0) {
      if (this.#left === 0) this.#advance();
      const taken = Math.min(bytes, this.#left);
      this.#left -= taken;
      bytes -= taken;
    }
    return [start, this.#unit + this.#width];
  }

  /** Whether the last token ended between two characters. */
  get atCharacterEnd(): boolean {
    return this.#left === 0;
  }

  #advance(): void {
    this.#unit += this.#width;
    const point = this.#text.codePointAt(this.#unit) ?? 0;
    this.#width = point > 0xffff ? 2 : 1;
    this.#left = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
}
