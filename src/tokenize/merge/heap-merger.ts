import { type Merger, NO_MERGE } from './merger.js';
import type { PairRank } from './pair-rank.js';
import type { Symbols } from './symbols.js';

const POSITIONS = 2 ** 30; // a heap key is rank × POSITIONS + position: exact in a double, lowest rank first, then leftmost

/**
 * Merges with a heap of pairs: O(n log n) for any vocabulary and any input.
 *
 * For long pieces of vocabularies on which the backtracking merge is not exact. Parts are a linked list of positions; a heap entry
 * whose pair has changed since is skipped when it comes up.
 */
export class HeapMerger implements Merger {
  readonly #pairRank: PairRank;
  #heap: Float64Array = new Float64Array(0);
  #size = 0;
  #next: Int32Array = new Int32Array(0);
  #previous: Int32Array = new Int32Array(0);
  #ranks: Int32Array = new Int32Array(0); // of the pair that begins at each live position
  parts: Int32Array = new Int32Array(0);

  readonly #symbols: Symbols | undefined;

  /** @param symbols - What merging begins with; bytes where left out. */
  constructor(pairRank: PairRank, symbols?: Symbols) {
    this.#pairRank = pairRank;
    this.#symbols = symbols;
  }

  merge(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    this.#makeRoom(length);
    const next = this.#next;
    const previous = this.#previous;
    const ranks = this.#ranks;
    const pairRank = this.#pairRank;
    const symbols = this.#symbols;
    this.#size = 0;
    let last = -1;
    for (let i = 0; i < length; i = next[i]!) {
      const middle = symbols ? i + symbols.lengthAt(bytes, view, start + i, start + length) : i + 1;
      next[i] = middle;
      previous[i] = last;
      last = i;
      if (middle >= length) ranks[i] = NO_MERGE;
      else if (!symbols) ranks[i] = pairRank.ofBytes(bytes[start + i]!, bytes[start + middle]!);
      else {
        const end = start + middle + symbols.lengthAt(bytes, view, start + middle, start + length);
        ranks[i] = pairRank.of(view, start + i, end);
      }
      this.#push(ranks[i]!, i);
    }
    while (this.#size > 0) {
      const key = this.#pop();
      const rank = Math.floor(key / POSITIONS);
      const left = key - rank * POSITIONS;
      if (ranks[left] !== rank) continue;
      const right = next[left]!;
      const after = next[right]!;
      next[left] = after;
      ranks[right] = NO_MERGE;
      if (after < length) {
        previous[after] = left;
        ranks[left] = pairRank.of(view, start + left, start + next[after]!);
        this.#push(ranks[left]!, left);
      } else {
        ranks[left] = NO_MERGE;
      }
      const before = previous[left]!;
      if (before >= 0) {
        ranks[before] = pairRank.of(view, start + before, start + after);
        this.#push(ranks[before]!, before);
      }
    }
    let count = 0;
    for (let i = 0; i < length; i = next[i]!) this.parts[count++] = start + i;
    this.parts[count] = start + length;
    return count;
  }

  #makeRoom(length: number): void {
    if (this.#next.length >= length) return;
    this.#heap = new Float64Array(3 * length); // each merge removes a part and adds at most two entries
    this.#next = new Int32Array(length);
    this.#previous = new Int32Array(length);
    this.#ranks = new Int32Array(length);
    this.parts = new Int32Array(length + 1);
  }

  #push(rank: number, position: number): void {
    if (rank === NO_MERGE) return;
    const heap = this.#heap;
    const key = rank * POSITIONS + position;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= key) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = key;
  }

  #pop(): number {
    const heap = this.#heap;
    const least = heap[0]!;
    const last = heap[--this.#size]!;
    const size = this.#size;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && heap[child + 1]! < heap[child]!) child++;
      if (last <= heap[child]!) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return least;
  }
}
