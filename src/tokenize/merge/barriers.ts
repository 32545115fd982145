import type { Vocabulary } from '../vocabulary/vocabulary.js';

const TRIPLE_BITS = 20;
const QUAD_BITS = 22;

/**
 * Finds places in a piece that no token spans: merging works on either side of one as if the other were not there.
 *
 * Chinese has them after most characters, so that a sentence without a space falls into short, often repeated parts. For other
 * scripts the search costs more than it gains. Four bit sets hold the byte sequences that occur inside tokens; the hashed ones err
 * on the safe side (a barrier may be missed, never invented).
 */
export class Barriers {
  readonly #pairs: Uint8Array = new Uint8Array(8_192); // tokens of two bytes
  readonly #heads: Int32Array = new Int32Array(1 << (TRIPLE_BITS - 5)); // first three bytes of longer tokens
  readonly #tails: Int32Array = new Int32Array(1 << (TRIPLE_BITS - 5)); // last three bytes of longer tokens
  readonly #quads: Int32Array = new Int32Array(1 << (QUAD_BITS - 5)); // every four bytes within a token

  constructor({ bytes, starts, size }: Vocabulary) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let rank = 0; rank < size; rank++) {
      const start = starts[rank]!;
      const end = starts[rank + 1]!;
      if (end - start < 2) continue;
      if (end - start === 2) {
        const pair = bytes[start]! | (bytes[start + 1]! << 8);
        this.#pairs[pair >>> 3]! |= 1 << (pair & 7);
        continue;
      }
      set(this.#heads, tripleHash(view, start));
      set(this.#tails, tripleHash(view, end - 3));
      for (let at = start; at + 4 <= end; at++) set(this.#quads, quadHash(view, at));
    }
  }

  /** The first barrier after `from` in the piece `[start, end)`, or `end`. */
  next(bytes: Uint8Array, view: DataView, start: number, from: number, end: number): number {
    for (let at = from + 1; at < end; at++) {
      const pair = bytes[at - 1]! | (bytes[at]! << 8);
      if ((this.#pairs[pair >>> 3]! >>> (pair & 7)) & 1) continue;
      const more = at + 1 < end;
      if (more && has(this.#heads, tripleHash(view, at - 1))) continue;
      if (at - 2 >= start) {
        if (has(this.#tails, tripleHash(view, at - 2))) continue;
        if (more && has(this.#quads, quadHash(view, at - 2))) continue;
      }
      return at;
    }
    return end;
  }
}

function tripleHash(view: DataView, at: number): number {
  return Math.imul(view.getInt32(at, true) & 0xffffff, 0x9e3779b1) >>> (32 - TRIPLE_BITS);
}

function quadHash(view: DataView, at: number): number {
  return Math.imul(view.getInt32(at, true), 0x9e3779b1) >>> (32 - QUAD_BITS);
}

function set(bits: Int32Array, bit: number): void {
  bits[bit >>> 5]! |= 1 << (bit & 31);
}

function has(bits: Int32Array, bit: number): boolean {
  return ((bits[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
}
