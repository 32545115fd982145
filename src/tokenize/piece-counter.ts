import { Barriers } from './merge/barriers.js';
import type { PieceMerger } from './merge/piece-merger.js';
import { hashSpan, hashWords, KEEP, KEEP_OFFSET, SHORT, sameSpan } from './vocabulary/hash.js';
import type { TokenTable } from './vocabulary/token-table.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

const HOT_BITS = 15; // 32,768 entries of 16 bytes: 512 kB, which a core's second-level cache holds
const LENGTH_SHIFT = 24; // the last word of a hot entry is `length << 24 | tokens`
const COUNT_MASK = (1 << LENGTH_SHIFT) - 1;
const PART = 64; // added to the length of a part of a piece, for which another answer may be right than for a whole piece
const LONG_BITS = 14;
const LONGEST_CACHED = 256;
const ARENA = 1 << 20; // bytes of the long pieces in the cache

/**
 * Counts the tokens of pieces, remembering the pieces it has met.
 *
 * Short pieces live in a direct-mapped cache whose key is the piece itself, three words; longer ones in a second cache with their
 * bytes in an arena. Nothing is allocated for a piece.
 */
export class PieceCounter {
  readonly #vocabulary: Vocabulary;
  readonly #table: TokenTable;
  readonly #merger: PieceMerger;
  readonly #hot: Int32Array = new Int32Array(4 << HOT_BITS); // words a, b, c, then length and count
  #long: Int32Array = new Int32Array(0); // hash, length, offset in the arena, count; made when first needed
  #arena: Uint8Array = new Uint8Array(0);
  #arenaView: DataView = new DataView(this.#arena.buffer);
  #arenaUsed = 0;
  #barriers: Barriers | undefined;

  constructor(vocabulary: Vocabulary, table: TokenTable, merger: PieceMerger) {
    this.#vocabulary = vocabulary;
    this.#table = table;
    this.#merger = merger;
  }

  /** Tokens of the pieces that begin at `start` and end at `ends[0]`, `ends[1]`, … */
  countBatch(bytes: Uint8Array, view: DataView, start: number, ends: Int32Array, pieces: number): number {
    const hot = this.#hot;
    let total = 0;
    let at = start;
    for (let i = 0; i < pieces; i++) {
      const end = ends[i]!;
      const length = end - at;
      if (length > SHORT) {
        total += this.#countLong(bytes, view, at, length);
      } else {
        const a = view.getInt32(at, true) & KEEP[KEEP_OFFSET + length]!;
        let b = 0;
        let c = 0;
        if (length > 4) {
          b = view.getInt32(at + 4, true) & KEEP[KEEP_OFFSET + length - 4]!;
          if (length > 8) c = view.getInt32(at + 8, true) & KEEP[KEEP_OFFSET + length - 8]!;
        }
        const hash = hashWords(a, b, c, length);
        const slot = (hash & ((1 << HOT_BITS) - 1)) << 2;
        const known = hot[slot + 3]!;
        if (
          known >>> LENGTH_SHIFT === length &&
          hot[slot] === a &&
          hot[slot + 1] === b &&
          hot[slot + 2] === c
        ) {
          total += known & COUNT_MASK;
        } else {
          const isToken = this.#isWhole(this.#table.findShort(a, b, c, length, hash), length);
          const count = isToken ? 1 : this.#merger.merge(bytes, view, at, length);
          hot[slot] = a;
          hot[slot + 1] = b;
          hot[slot + 2] = c;
          hot[slot + 3] = (length << LENGTH_SHIFT) | count;
          total += count;
        }
      }
      at = end;
    }
    return total;
  }

  #countLong(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    if (length > LONGEST_CACHED) return this.#countAnew(bytes, view, start, length);
    if (this.#long.length === 0) this.#makeLongCache();
    const long = this.#long;
    const hash = hashSpan(view, start, length);
    const slot = (hash & ((1 << LONG_BITS) - 1)) << 2;
    if (
      long[slot] === hash &&
      long[slot + 1] === length &&
      sameSpan(view, start, this.#arenaView, long[slot + 2]!, length)
    ) {
      return long[slot + 3]!;
    }
    const count = this.#countAnew(bytes, view, start, length);
    if (this.#arenaUsed + length + 4 > ARENA) {
      this.#arenaUsed = 0;
      long.fill(0);
    }
    long[slot] = hash;
    long[slot + 1] = length;
    long[slot + 2] = this.#arenaUsed;
    long[slot + 3] = count;
    for (let i = 0; i < length; i++) this.#arena[this.#arenaUsed + i] = bytes[start + i]!;
    this.#arenaUsed += length;
    return count;
  }

  #countAnew(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    if (this.#isWhole(this.#table.find(view, start, length), length)) return 1;
    if (length <= LONGEST_CACHED && !isChinese(bytes, start, length)) {
      return this.#merger.merge(bytes, view, start, length);
    }
    this.#barriers ??= new Barriers(this.#vocabulary);
    const end = start + length;
    let count = 0;
    for (let at = start; at < end; ) {
      const next = this.#barriers.next(bytes, view, start, at, end);
      count += this.#countPart(bytes, view, at, next - at);
      at = next;
    }
    return count;
  }

  /** Tokens of the part of a piece between two barriers. */
  #countPart(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    if (length > SHORT)
      return this.#isMerged(view, start, length) ? 1 : this.#merger.merge(bytes, view, start, length);
    const hot = this.#hot;
    const a = view.getInt32(start, true) & KEEP[KEEP_OFFSET + length]!;
    const b = length > 4 ? view.getInt32(start + 4, true) & KEEP[KEEP_OFFSET + length - 4]! : 0;
    const c = length > 8 ? view.getInt32(start + 8, true) & KEEP[KEEP_OFFSET + length - 8]! : 0;
    const hash = hashWords(a, b, c, length);
    const slot = (hash & ((1 << HOT_BITS) - 1)) << 2;
    const known = hot[slot + 3]!;
    if (
      known >>> LENGTH_SHIFT === length + PART &&
      hot[slot] === a &&
      hot[slot + 1] === b &&
      hot[slot + 2] === c
    ) {
      return known & COUNT_MASK;
    }
    const count = this.#isMerged(view, start, length) ? 1 : this.#merger.merge(bytes, view, start, length);
    hot[slot] = a;
    hot[slot + 1] = b;
    hot[slot + 2] = c;
    hot[slot + 3] = ((length + PART) << LENGTH_SHIFT) | count;
    return count;
  }

  /** Whether a whole piece of that rank (-1: no token) counts as one token. */
  #isWhole(rank: number, length: number): boolean {
    return rank >= 0 && (this.#vocabulary.wholePieces || length === 1 || this.#vocabulary.lefts[rank] !== -1);
  }

  /** Whether the span is a token that merging reaches, so that it is one also within a piece. */
  #isMerged(view: DataView, start: number, length: number): boolean {
    const rank = this.#table.find(view, start, length);
    return rank >= 0 && (length === 1 || this.#vocabulary.lefts[rank] !== -1);
  }

  #makeLongCache(): void {
    this.#long = new Int32Array(4 << LONG_BITS);
    this.#arena = new Uint8Array(ARENA);
    this.#arenaView = new DataView(this.#arena.buffer);
  }
}

/** Whether a character in the middle of the span looks Chinese: U+4000-9FFF begin with the bytes E4 to E9. */
function isChinese(bytes: Uint8Array, start: number, length: number): boolean {
  const middle = start + (length >> 1);
  for (let at = middle; at > middle - 3; at--) if (bytes[at]! >= 0xe4 && bytes[at]! <= 0xe9) return true;
  return false;
}
