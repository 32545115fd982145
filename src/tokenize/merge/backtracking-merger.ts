import type { TokenTable } from '../vocabulary/token-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { LongestToken } from './longest-token.js';
import type { Merger } from './merger.js';
import { NeighbourTest } from './neighbour-test.js';
import type { Symbols } from './symbols.js';

/** What {@link BacktrackingMerger.merge} returns when it gave up. */
export const GAVE_UP = -1;

const PATIENCE = 8; // tokens tried for each byte won, above which the heap was measured to be quicker
const FIRST_TRIES = 4_096;

/**
 * Merges in linear time: the longest token at each position that byte-pair merging could leave beside the one before it.
 *
 * From left to right it takes the longest token; where that could not stand next to its left neighbour, the next shorter one; where
 * none can, it goes back a token and marks the position as a dead end, so that no position is tried twice. That a sequence of tokens
 * is what merging produces exactly when each two neighbours are, and that greedy search then finds it, is shown by the authors of
 * the Rust crate `bpe` (github/rust-gems). It holds for vocabularies whose `backtracks` flag is set,
 * and for a span that contains none of the tokens that clear it ({@link Snags}).
 */
export class BacktrackingMerger implements Merger {
  readonly #longest: LongestToken;
  readonly #neighbours: NeighbourTest;
  #ranks: Int32Array = new Int32Array(0); // of the tokens taken so far
  #dead: Uint8Array = new Uint8Array(0); // by offset from the start: no tokens lead from here to the end
  parts: Int32Array = new Int32Array(0);

  /** @param symbols - What merging begins with; bytes where left out. */
  constructor(vocabulary: Vocabulary, table: TokenTable, symbols?: Symbols) {
    this.#longest = new LongestToken(vocabulary, table, symbols);
    this.#neighbours = new NeighbourTest(vocabulary, table);
  }

  /**
   * The same as {@link Merger.merge}, or {@link GAVE_UP} where tokens overlap in so many ways that another method is quicker: a long run of
   * one character of which every length is a token.
   */
  merge(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    this.#makeRoom(length);
    const parts = this.parts;
    const ranks = this.#ranks;
    const dead = this.#dead;
    const longest = this.#longest;
    const end = start + length;
    let count = 0;
    let tries = 0;
    let at = start;
    let size = longest.find(bytes, view, at, length);
    let rank = longest.rank;
    while (at < end) {
      if (++tries > FIRST_TRIES + PATIENCE * (at - start)) return GAVE_UP;
      const stop = at + size;
      const fits =
        dead[stop - start] === 0 &&
        (count === 0 || this.#neighbours.canMeet(view, parts[count - 1]!, at, stop, ranks[count - 1]!, rank));
      if (fits) {
        parts[count] = at;
        ranks[count++] = rank;
        at = stop;
        if (at < end) size = longest.find(bytes, view, at, end - at);
        rank = longest.rank;
        continue;
      }
      size = longest.find(bytes, view, at, size - 1);
      rank = longest.rank;
      if (size === 0) {
        dead[at - start] = 1;
        count--;
        size = at - parts[count]!;
        rank = ranks[count]!;
        at = parts[count]!;
      }
    }
    parts[count] = end;
    return count;
  }

  #makeRoom(length: number): void {
    if (this.#dead.length > length) {
      this.#dead.fill(0, 0, length + 1);
      return;
    }
    this.#ranks = new Int32Array(2 * length);
    this.#dead = new Uint8Array(2 * length + 1);
    this.parts = new Int32Array(2 * length + 1);
  }
}
