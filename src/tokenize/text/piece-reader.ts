import { LOOKAHEAD, type PreTokenizer } from '../pretokenize/pre-tokenizer.js';

const SLICE = 32_768; // UTF-16 units encoded at a time
const SMALLEST_SLICE = 256;
const BYTES_PER_UNIT = 3; // at most, in UTF-8
const MARGIN = LOOKAHEAD * 2; // readable bytes past the text: a sentinel zero, and room for 4-byte loads
const BATCH = 8_192; // pieces at a time

/**
 * Reads a text as UTF-8 and cuts it into pieces, a batch at a time, through one reused buffer.
 *
 * The text is encoded slice by slice. What a slice leaves undecided is moved to the front and the next slice joined to it; when a
 * slice completes no piece at all the next one is twice as long, so that one endless piece still takes linear time.
 */
export class PieceReader {
  readonly #preTokenize: PreTokenizer;
  readonly #encoder = new TextEncoder();
  /** UTF-8 of the slice at hand. */
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = new DataView(this.bytes.buffer);
  /** Where the current batch begins in `bytes`; its pieces end at `ends[0]`, `ends[1]`, … */
  start = 0;
  readonly ends: Int32Array = new Int32Array(BATCH);
  #text = '';
  #unit = 0; // next UTF-16 unit to encode
  #slice = SLICE;
  #scanned = 0; // bytes already in a batch
  #filled = 0; // bytes in `bytes`

  constructor(preTokenize: PreTokenizer) {
    this.#preTokenize = preTokenize;
  }

  /**
   * Begins a text.
   *
   * @param units - How many UTF-16 units to encode first, when only a beginning is likely to be read.
   */
  open(text: string, units: number = SLICE): void {
    this.#text = text;
    this.#unit = 0;
    this.#slice = Math.max(SMALLEST_SLICE, Math.min(units, SLICE));
    this.#scanned = 0;
    this.#filled = 0;
  }

  /** Reads the next batch, and returns how many pieces it has; 0 at the end of the text. */
  read(): number {
    for (;;) {
      const isLast = this.#unit >= this.#text.length;
      if (this.#scanned < this.#filled) {
        const pieces = this.#preTokenize(this.bytes, this.#scanned, this.#filled, isLast, this.ends);
        if (pieces > 0) {
          this.start = this.#scanned;
          this.#scanned = this.ends[pieces - 1]!;
          return pieces;
        }
      }
      if (isLast) {
        this.#text = '';
        return 0;
      }
      this.#refill();
    }
  }

  #refill(): void {
    const text = this.#text;
    const rest = this.#filled - this.#scanned;
    if (this.#unit > 0 && this.#scanned === 0 && rest > 0) this.#slice *= 2;
    let stop = Math.min(text.length, this.#unit + this.#slice);
    if (cutsPair(text, stop)) stop++;
    this.#makeRoom(rest, (stop - this.#unit) * BYTES_PER_UNIT);
    const slice = this.#unit === 0 && stop === text.length ? text : text.slice(this.#unit, stop);
    const target = rest === 0 ? this.bytes : this.bytes.subarray(rest);
    this.#filled = rest + this.#encoder.encodeInto(slice, target).written;
    this.bytes[this.#filled] = 0;
    this.#scanned = 0;
    this.#unit = stop;
    if (this.#slice < SLICE) this.#slice *= 2;
  }

  /** Moves the unscanned rest to the front, into a longer buffer where needed. */
  #makeRoom(rest: number, more: number): void {
    if (rest + more + MARGIN <= this.bytes.length) {
      if (rest > 0) this.bytes.copyWithin(0, this.#scanned, this.#filled);
      return;
    }
    const bytes = new Uint8Array(Math.max(rest + more, 2 * rest) + MARGIN);
    bytes.set(this.bytes.subarray(this.#scanned, this.#filled));
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }
}

/** Whether a character of two UTF-16 units lies across `at`. Half of a pair alone is cut off like any other character. */
function cutsPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
