import { cutsPair } from './cuts-pair.js';

const SLICE = 32_768; // UTF-16 units encoded at a time
const SMALLEST_SLICE = 256;
const BYTES_PER_UNIT = 3; // at most, in UTF-8

/** Readable bytes that a window keeps behind its text: a zero that ends it, and room for the widest loads. */
export const MARGIN = 32;

/** Bytes to write text into, at least `length` of them, beginning with what the bytes before held. */
export type MakeRoom = (length: number) => Uint8Array;

/**
 * A text as UTF-8, a slice at a time, in one reused buffer.
 *
 * The reader takes what it can decide from `start` on. What it leaves is moved to the front and the next slice joined to it; when a
 * slice decided nothing at all the next one is twice as long, so that one endless piece still takes linear time.
 */
export class Utf8Window {
  readonly #makeRoom: MakeRoom;
  readonly #encoder = new TextEncoder();
  bytes: Uint8Array = new Uint8Array(0);
  /** Where what has not been read begins in {@link bytes}; the reader moves it on. */
  start = 0;
  /** Where it ends; a zero stands there. */
  end = 0;
  #text = '';
  #unit = 0; // next UTF-16 unit to encode
  #slice = SLICE;

  constructor(makeRoom: MakeRoom) {
    this.#makeRoom = makeRoom;
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
    this.start = 0;
    this.end = 0;
  }

  /** Holds bytes in the place of a text. */
  load(bytes: Uint8Array): void {
    this.open('');
    this.bytes = this.#makeRoom(bytes.length + MARGIN);
    this.bytes.set(bytes);
    this.end = bytes.length;
    this.bytes[this.end] = 0;
  }

  /** Whether no text follows what the window holds. */
  get isLast(): boolean {
    return this.#unit >= this.#text.length;
  }

  /** Joins the next slice to what has not been read. */
  refill(): void {
    const text = this.#text;
    const rest = this.end - this.start;
    if (this.#unit > 0 && this.start === 0 && rest > 0) this.#slice *= 2;
    let stop = Math.min(text.length, this.#unit + this.#slice);
    if (cutsPair(text, stop)) stop++;
    const room = rest + (stop - this.#unit) * BYTES_PER_UNIT + MARGIN;
    this.bytes = this.#makeRoom(room <= this.bytes.length ? room : Math.max(room, 2 * rest + MARGIN));
    if (rest > 0 && this.start > 0) this.bytes.copyWithin(0, this.start, this.end);
    const slice = this.#unit === 0 && stop === text.length ? text : text.slice(this.#unit, stop);
    const target = rest === 0 ? this.bytes : this.bytes.subarray(rest);
    this.start = 0;
    this.end = rest + this.#encoder.encodeInto(slice, target).written;
    this.bytes[this.end] = 0;
    this.#unit = stop;
    if (this.#slice < SLICE) this.#slice *= 2;
  }

  /** Forgets the text, so that it can be collected. */
  close(): void {
    this.#text = '';
    this.#unit = 0;
  }
}
