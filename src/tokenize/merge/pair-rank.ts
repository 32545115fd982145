import type { TokenTable } from '../vocabulary/token-table.js';
import { NO_MERGE } from './merger.js';

/** At which rank two neighbouring spans merge: that of the token their joined bytes are. */
export class PairRank {
  readonly #table: TokenTable;
  readonly #pairs: Int32Array;

  constructor(table: TokenTable) {
    this.#table = table;
    this.#pairs = table.pairs;
  }

  /** Rank of the token that spans `[start, end)`, or {@link NO_MERGE}. */
  of(view: DataView, start: number, end: number): number {
    const rank = this.#table.find(view, start, end - start);
    return rank < 0 ? NO_MERGE : rank;
  }

  /** The same for two single bytes. */
  ofBytes(first: number, second: number): number {
    const rank = this.#pairs[first | (second << 8)]!;
    return rank < 0 ? NO_MERGE : rank;
  }
}
