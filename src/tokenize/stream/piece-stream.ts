import type { Engine } from '../engine.js';
import { cutsPair } from '../text/cuts-pair.js';

const PATCH = 1_024; // UTF-16 units gathered before they are encoded
const SLICE = 32_768; // UTF-16 units encoded at a time
const BYTES_PER_UNIT = 3; // at most, in UTF-8
const EAGER = 4_096; // bytes of undecided text that are scanned again for whoever reads the count
const SPACIOUS = 1 << 18; // bytes of a buffer above which it shrinks with what it holds

/**
 * Counts a text that arrives in chunks.
 *
 * What they leave undecided is kept as UTF-8, and scanned again only when it has doubled: an endless piece takes linear time, however
 * small its chunks.
 */
export class PieceStream {
  readonly #engine: Engine; // borrowed for the length of a call: it keeps nothing of a text
  readonly #encoder = new TextEncoder();
  #waiting = ''; // text not yet encoded
  #bytes: Uint8Array = new Uint8Array(0);
  #scanned = 0; // bytes already counted
  #filled = 0; // bytes in the buffer
  #tried = 0; // `#filled` when the rest was last found undecided
  #settled = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  copy(): PieceStream {
    const copy = new PieceStream(this.#engine);
    copy.#waiting = this.#waiting;
    copy.#bytes = this.#bytes.slice(this.#scanned, this.#filled);
    copy.#filled = copy.#bytes.length;
    copy.#tried = this.#tried - this.#scanned;
    copy.#settled = this.#settled;
    return copy;
  }

  /** Tokens of the pieces whose end no later chunk can move. */
  get settled(): number {
    this.#encodeWaiting();
    if (this.#filled > this.#tried && this.#filled - this.#scanned <= EAGER) this.#scan(false);
    return this.#settled;
  }

  /** Takes the next chunk. A pair of surrogates lies within one. */
  push(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= PATCH) this.#encodeWaiting();
  }

  /** Counts what is left, as the end of a text. What is pushed afterwards begins another. */
  end(): void {
    this.#encodeWaiting();
    if (this.#scanned < this.#filled) this.#scan(true);
    this.#scanned = 0;
    this.#filled = 0;
    this.#tried = 0;
  }

  /** Counts tokens that stand between two texts. */
  add(tokens: number): void {
    this.#settled += tokens;
  }

  #encodeWaiting(): void {
    const text = this.#waiting;
    for (let from = 0; from < text.length; ) {
      let to = Math.min(text.length, from + SLICE);
      if (cutsPair(text, to)) to++;
      this.#makeRoom((to - from) * BYTES_PER_UNIT);
      const target = this.#bytes.subarray(this.#filled);
      this.#filled += this.#encoder.encodeInto(text.slice(from, to), target).written;
      from = to;
      if (this.#filled - this.#tried >= this.#tried - this.#scanned) this.#scan(false);
    }
    this.#waiting = '';
  }

  /** Counts all pieces that are decided, or with `isLast` all there are. */
  #scan(isLast: boolean): void {
    const engine = this.#engine;
    this.#settled += engine.countBytes(this.#bytes.subarray(this.#scanned, this.#filled), isLast);
    this.#scanned += engine.stopped;
    this.#tried = this.#filled;
  }

  /** Moves the undecided rest to the front, into another buffer where this one is too small or far too large. */
  #makeRoom(more: number): void {
    const room = this.#bytes.length;
    if (this.#filled + more <= room) return;
    const rest = this.#bytes.subarray(this.#scanned, this.#filled);
    const needed = rest.length + more;
    if (needed <= room && (room < SPACIOUS || needed > room / 8)) {
      this.#bytes.copyWithin(0, this.#scanned, this.#filled);
    } else {
      this.#bytes = new Uint8Array(Math.max(needed, 2 * rest.length));
      this.#bytes.set(rest);
    }
    this.#tried -= this.#scanned;
    this.#filled = rest.length;
    this.#scanned = 0;
  }
}
