import type { PreTokenizer } from '../pretokenize/pre-tokenizer.js';
import { Utf8Window } from './utf8-window.js';

const BATCH = 8_192; // pieces at a time

/** Reads a text and cuts it into pieces, a batch at a time. */
export class PieceReader {
  readonly #preTokenize: PreTokenizer;
  readonly #window: Utf8Window = new Utf8Window((length) => this.#makeRoom(length));
  /** UTF-8 of the slice at hand. */
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = new DataView(this.bytes.buffer);
  /** Where the current batch begins in `bytes`; its pieces end at `ends[0]`, `ends[1]`, … */
  start = 0;
  readonly ends: Int32Array = new Int32Array(BATCH);
  #goesOn = false; // whether more text follows what the window holds at last

  constructor(preTokenize: PreTokenizer) {
    this.#preTokenize = preTokenize;
  }

  /**
   * Begins a text.
   *
   * @param units - How many UTF-16 units to encode first, when only a beginning is likely to be read.
   */
  open(text: string, units?: number): void {
    this.#window.open(text, units);
    this.#goesOn = false;
  }

  /** Begins with bytes in the place of a text; unless they are the last, reading ends where the undecided begins. */
  openBytes(bytes: Uint8Array, isLast: boolean): void {
    this.#window.load(bytes);
    this.#goesOn = !isLast;
  }

  /** How many of the bytes in the window have been read. */
  get stopped(): number {
    return this.#window.start;
  }

  /** Reads the next batch, and returns how many pieces it has; 0 at the end of the text. */
  read(): number {
    const window = this.#window;
    for (;;) {
      const { isLast, start, end } = window;
      if (start < end) {
        const pieces = this.#preTokenize(this.bytes, start, end, isLast && !this.#goesOn, this.ends);
        if (pieces > 0) {
          this.start = start;
          window.start = this.ends[pieces - 1]!;
          return pieces;
        }
      }
      if (isLast) {
        window.close();
        return 0;
      }
      window.refill();
    }
  }

  #makeRoom(length: number): Uint8Array {
    if (length > this.bytes.length) {
      const bytes = new Uint8Array(length);
      bytes.set(this.bytes);
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer);
    }
    return this.bytes;
  }
}
