import type { SpecialTokens } from '../text/special-tokens.js';

/** Finds control tokens in a text that arrives in chunks, holding back an ending that may be the beginning of one. */
export class SpecialStream {
  readonly #specials: SpecialTokens;
  #held: string;

  constructor(specials: SpecialTokens, held = '') {
    this.#specials = specials;
    this.#held = held;
  }

  copy(): SpecialStream {
    return new SpecialStream(this.#specials, this.#held);
  }

  /** Takes the next chunk, and yields what is decided: stretches of text, and ids of control tokens. */
  *push(text: string, isLast = false): Iterable<string | number> {
    const all = this.#held + text;
    let reached = 0;
    for (const { start, end, id } of this.#specials.segments(all, isLast)) {
      yield id ?? all.slice(start, end);
      reached = end;
    }
    this.#held = all.slice(reached);
  }

  /** The rest, as the end of the text. */
  end(): Iterable<string | number> {
    return this.push('', true);
  }
}
