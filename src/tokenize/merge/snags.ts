import type { TokenTable } from '../vocabulary/token-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

const PREFIX = 3;
const BITS = 18;
const MOST_LENGTHS = 24; // more, and looking for them costs more than it saves

/**
 * Finds the tokens on which the backtracking merge would stumble: those that merging with lower ranks does not make of their own bytes.
 *
 * A span without one merges as if the vocabulary had none, and every other token that can occur in it is what merging makes of its
 * bytes; so there the backtracking merge is exact.
 */
export class Snags {
  readonly #table: TokenTable;
  readonly #isSnag: (rank: number) => boolean;
  readonly #heads: Int32Array = new Int32Array(1 << (BITS - 5)); // hashes of their first three bytes
  readonly #lengths: readonly number[];
  /** Whether the vocabulary has so few of them, and none too short, that looking for them is worth it. */
  readonly areRare: boolean;

  constructor(vocabulary: Vocabulary, table: TokenTable) {
    const { bytes, starts, lefts, size, characters } = vocabulary;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const lengths = new Set<number>();
    this.#table = table;
    this.#isSnag = (rank) => {
      const start = starts[rank]!;
      const length = starts[rank + 1]! - start;
      return lefts[rank] === -1 && length > 1 && !(characters && length === characterLength(bytes[start]!));
    };
    for (let rank = 0; rank < size; rank++) {
      if (!this.#isSnag(rank)) continue;
      const hash = headHash(view, starts[rank]!);
      this.#heads[hash >>> 5]! |= 1 << (hash & 31);
      lengths.add(starts[rank + 1]! - starts[rank]!);
    }
    this.#lengths = [...lengths];
    this.areRare = lengths.size <= MOST_LENGTHS && !lengths.has(1) && !lengths.has(2);
  }

  /** Whether the span contains one. */
  areIn(view: DataView, start: number, length: number): boolean {
    const end = start + length;
    for (let at = start; at + PREFIX <= end; at++) {
      const hash = headHash(view, at);
      if (((this.#heads[hash >>> 5]! >>> (hash & 31)) & 1) === 0) continue;
      for (const size of this.#lengths) {
        if (at + size > end) continue;
        const rank = this.#table.find(view, at, size);
        if (rank >= 0 && this.#isSnag(rank)) return true;
      }
    }
    return false;
  }
}

function headHash(view: DataView, at: number): number {
  return Math.imul(view.getInt32(at, true) & 0xffffff, 0x9e3779b1) >>> (32 - BITS);
}

function characterLength(first: number): number {
  return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
