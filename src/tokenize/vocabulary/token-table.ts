import { hashSpan, hashWords, KEEP, KEEP_OFFSET, SHORT, sameSpan } from './hash.js';
import type { Vocabulary } from './vocabulary.js';

const RANK_BITS = 19; // 524,288 tokens; the other 13 bits of a slot repeat the hash, so that most wrong slots are passed by unread
const RANK_MASK = (1 << RANK_BITS) - 1;
const FILTER_BITS = 21; // 256 kB, which stays in a core's second-level cache

/**
 * Finds the token that a span of bytes is.
 *
 * Open addressing in one Int32Array of `tag << 19 | rank + 1`. Nearly all spans asked for during merging are no tokens; a one-hash
 * Bloom filter answers those without touching the table.
 */
export class TokenTable {
  readonly #bytes: DataView;
  readonly #starts: Uint32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #filter: Int32Array;
  readonly #longest: number;
  /** Ranks of the two-byte tokens, by `first | second << 8`; -1 where there is none. */
  readonly pairs: Int32Array;

  constructor(vocabulary: Vocabulary) {
    const { size, bytes, starts } = vocabulary;
    this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#starts = starts;
    this.#longest = vocabulary.maxTokenBytes;
    let slots = 1024;
    while (slots < size * 1.25) slots *= 2;
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots);
    this.#filter = new Int32Array(1 << (FILTER_BITS - 5));
    this.pairs = new Int32Array(65_536).fill(-1);
    fill(this.#bytes, starts, size, this.#slots, this.#filter);
    fillPairs(bytes, starts, size, this.pairs);
  }

  /** Rank of the token that the span is, or -1. */
  find(view: DataView, start: number, length: number): number {
    if (length > SHORT) return this.#findLong(view, start, length);
    const a = view.getInt32(start, true) & KEEP[KEEP_OFFSET + length]!;
    let b = 0;
    let c = 0;
    if (length > 4) {
      b = view.getInt32(start + 4, true) & KEEP[KEEP_OFFSET + length - 4]!;
      if (length > 8) c = view.getInt32(start + 8, true) & KEEP[KEEP_OFFSET + length - 8]!;
    }
    return this.findShort(a, b, c, length, hashWords(a, b, c, length));
  }

  /** Rank of the token of up to 12 bytes whose words and hash are given, or -1. */
  findShort(a: number, b: number, c: number, length: number, hash: number): number {
    const bit = hash >>> (32 - FILTER_BITS);
    if (((this.#filter[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1;
    const slots = this.#slots;
    const starts = this.#starts;
    const bytes = this.#bytes;
    for (let slot = hash & this.#mask; slots[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const entry = slots[slot]!;
      if ((entry ^ hash) >>> RANK_BITS !== 0) continue;
      const rank = (entry & RANK_MASK) - 1;
      const at = starts[rank]!;
      if (
        starts[rank + 1]! - at === length &&
        (bytes.getInt32(at, true) & KEEP[KEEP_OFFSET + length]!) === a &&
        (length <= 4 ||
          ((bytes.getInt32(at + 4, true) & KEEP[KEEP_OFFSET + length - 4]!) === b &&
            (length <= 8 || (bytes.getInt32(at + 8, true) & KEEP[KEEP_OFFSET + length - 8]!) === c)))
      ) {
        return rank;
      }
    }
    return -1;
  }

  #findLong(view: DataView, start: number, length: number): number {
    if (length > this.#longest) return -1;
    const hash = hashSpan(view, start, length);
    const bit = hash >>> (32 - FILTER_BITS);
    if (((this.#filter[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1;
    const slots = this.#slots;
    const starts = this.#starts;
    for (let slot = hash & this.#mask; slots[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const entry = slots[slot]!;
      if ((entry ^ hash) >>> RANK_BITS !== 0) continue;
      const rank = (entry & RANK_MASK) - 1;
      const at = starts[rank]!;
      if (starts[rank + 1]! - at === length && sameSpan(view, start, this.#bytes, at, length)) return rank;
    }
    return -1;
  }
}

function fill(
  bytes: DataView,
  starts: Uint32Array,
  size: number,
  slots: Int32Array,
  filter: Int32Array,
): void {
  const mask = slots.length - 1;
  let at = 0;
  for (let rank = 0; rank < size; rank++) {
    const next = starts[rank + 1]!;
    const length = next - at;
    let hash: number;
    if (length <= SHORT) {
      const a = bytes.getInt32(at, true) & KEEP[KEEP_OFFSET + length]!;
      const b = length > 4 ? bytes.getInt32(at + 4, true) & KEEP[KEEP_OFFSET + length - 4]! : 0;
      const c = length > 8 ? bytes.getInt32(at + 8, true) & KEEP[KEEP_OFFSET + length - 8]! : 0;
      hash = hashWords(a, b, c, length);
    } else {
      hash = hashSpan(bytes, at, length);
    }
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = (hash & ~RANK_MASK) | (rank + 1);
    const bit = hash >>> (32 - FILTER_BITS);
    filter[bit >>> 5]! |= 1 << (bit & 31);
    at = next;
  }
}

function fillPairs(bytes: Uint8Array, starts: Uint32Array, size: number, pairs: Int32Array): void {
  for (let rank = 0; rank < size; rank++) {
    const at = starts[rank]!;
    if (starts[rank + 1]! - at === 2) pairs[bytes[at]! | (bytes[at + 1]! << 8)] = rank;
  }
}
