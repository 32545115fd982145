import type { TokenTable } from '../vocabulary/token-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Symbols } from './symbols.js';

const SHORT_PREFIX = 3;
const LONG_PREFIX = 6;
const SHORT_BITS = 16;
const LONG_BITS = 17;
const FILTER_BITS = 20; // of the same hash as the table of six bytes, in finer steps: passes by nine in ten clashes there
const NONE: readonly number[] = [];
const CAPPED = 31; // the last bit of a mask stands for this length and every greater one

/**
 * Finds the longest token at a position, and the next shorter one, without a trie.
 *
 * Two small tables say, for the hash of the first three (six) bytes, which lengths of token begin so: a bit for each length. Only
 * those lengths are looked up. A clash of hashes costs a vain look-up and nothing else.
 */
export class LongestToken {
  readonly #table: TokenTable;
  readonly #single: Int32Array = new Int32Array(256).fill(-1); // byte → rank
  readonly #shortMasks: Int32Array = new Int32Array(1 << SHORT_BITS);
  readonly #longMasks: Int32Array = new Int32Array(1 << LONG_BITS);
  readonly #longFilter: Int32Array = new Int32Array(1 << (FILTER_BITS - 5));
  readonly #capped: ReadonlyMap<number, readonly number[]>; // hash of six bytes → lengths of CAPPED bytes and more, longest first
  readonly #symbols: Symbols | undefined;
  /** Rank of the token whose length {@link find} returned. */
  rank = -1;

  /** @param symbols - What merging begins with; bytes where left out. */
  constructor(vocabulary: Vocabulary, table: TokenTable, symbols?: Symbols) {
    this.#table = table;
    this.#symbols = symbols;
    const { bytes, starts, size } = vocabulary;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const capped = new Map<number, number[]>();
    for (let rank = 0; rank < size; rank++) {
      const at = starts[rank]!;
      const length = starts[rank + 1]! - at;
      if (length === 1) this.#single[bytes[at]!] = rank;
      else if (length >= LONG_PREFIX) {
        const hash = longHash(view, at);
        const bit = hash >>> (32 - FILTER_BITS);
        this.#longMasks[hash >>> (32 - LONG_BITS)]! |= 1 << Math.min(length, CAPPED);
        this.#longFilter[bit >>> 5]! |= 1 << (bit & 31);
        if (length >= CAPPED) addLength(capped, hash, length);
      } else if (length >= SHORT_PREFIX) this.#shortMasks[shortHash(view, at)]! |= 1 << length;
    }
    this.#capped = capped;
  }

  /**
   * Length of the longest token at `start` that has at most `longest` bytes; 0 when there is none.
   */
  find(bytes: Uint8Array, view: DataView, start: number, longest: number): number {
    if (longest >= LONG_PREFIX) {
      const hash = longHash(view, start);
      const bit = hash >>> (32 - FILTER_BITS);
      let mask =
        (this.#longFilter[bit >>> 5]! >>> (bit & 31)) & 1 ? this.#longMasks[hash >>> (32 - LONG_BITS)]! : 0;
      if (mask < 0 && longest >= CAPPED) {
        for (const length of this.#capped.get(hash) ?? NONE) {
          if (length <= longest && this.#is(view, start, length)) return length;
        }
      }
      mask &= longest >= CAPPED ? 0x7fffffff : (1 << (longest + 1)) - 1;
      for (; mask !== 0; mask &= ~(1 << (31 - Math.clz32(mask)))) {
        const length = 31 - Math.clz32(mask);
        if (this.#is(view, start, length)) return length;
      }
    }
    if (longest >= SHORT_PREFIX) {
      let mask = this.#shortMasks[shortHash(view, start)]!;
      if (longest < LONG_PREFIX) mask &= (1 << (longest + 1)) - 1;
      for (; mask !== 0; mask &= ~(1 << (31 - Math.clz32(mask)))) {
        const length = 31 - Math.clz32(mask);
        if (this.#is(view, start, length)) return length;
      }
    }
    if (longest >= 2) {
      this.rank = this.#table.pairs[bytes[start]! | (bytes[start + 1]! << 8)]!;
      if (this.rank >= 0) return 2;
    }
    this.rank = longest >= 1 ? this.#single[bytes[start]!]! : -1;
    // The first byte of a character that is a token is no token there.
    if (this.#symbols && this.#symbols.lengthAt(bytes, view, start, bytes.length) > 1) this.rank = -1;
    return this.rank >= 0 ? 1 : 0;
  }

  #is(view: DataView, start: number, length: number): boolean {
    this.rank = this.#table.find(view, start, length);
    return this.rank >= 0;
  }
}

/** Keeps the lengths of each hash in falling order. */
function addLength(lengths: Map<number, number[]>, hash: number, length: number): void {
  const known = lengths.get(hash);
  if (!known) lengths.set(hash, [length]);
  else if (!known.includes(length)) {
    known.push(length);
    known.sort((a, b) => b - a);
  }
}

function shortHash(view: DataView, at: number): number {
  return Math.imul(view.getInt32(at, true) & 0xffffff, 0x9e3779b1) >>> (32 - SHORT_BITS);
}

function longHash(view: DataView, at: number): number {
  const first = Math.imul(view.getInt32(at, true) & 0xffffff, 0x9e3779b1);
  return first ^ Math.imul(view.getInt32(at + 2, true), 0x85ebca77);
}
