import type { TokenTable } from '../vocabulary/token-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { NO_MERGE } from './merger.js';

/** At which rank two neighbouring spans merge. */
export class PairRank {
  readonly #table: TokenTable;
  readonly #splits: Uint8Array;
  readonly #ownPairsOnly: boolean;
  readonly #pairs: Int32Array;

  constructor(vocabulary: Vocabulary, table: TokenTable) {
    this.#table = table;
    this.#splits = vocabulary.splits;
    this.#ownPairsOnly = vocabulary.ownPairsOnly;
    this.#pairs = table.pairs;
  }

  /** Rank of the token that `[start, middle)` and `[middle, end)` merge into, or {@link NO_MERGE}. */
  of(view: DataView, start: number, middle: number, end: number): number {
    const rank = this.#table.find(view, start, end - start);
    if (rank < 0 || (this.#ownPairsOnly && this.#splits[rank] !== middle - start)) return NO_MERGE;
    return rank;
  }

  /** The same for two single bytes. */
  ofBytes(first: number, second: number): number {
    const rank = this.#pairs[first | (second << 8)]!;
    if (rank < 0 || (this.#ownPairsOnly && this.#splits[rank] !== 1)) return NO_MERGE;
    return rank;
  }
}
