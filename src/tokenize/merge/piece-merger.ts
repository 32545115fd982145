import type { TokenTable } from '../vocabulary/token-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { BacktrackingMerger } from './backtracking-merger.js';
import { HeapMerger } from './heap-merger.js';
import { LinearMerger } from './linear-merger.js';
import type { Merger } from './merger.js';
import { PairRank } from './pair-rank.js';

const LINEAR_BEFORE_BACKTRACKING = 24; // bytes up to which the linear merge was measured to be quicker
const LINEAR_BEFORE_HEAP = 96;

/** Merges a piece by the method that is quickest for its length and exact for the vocabulary. */
export class PieceMerger implements Merger {
  readonly #vocabulary: Vocabulary;
  readonly #table: TokenTable;
  readonly #linear: LinearMerger;
  readonly #linearLongest: number;
  #long: Merger | undefined; // made for the first long piece
  #last: Merger;

  constructor(vocabulary: Vocabulary, table: TokenTable) {
    this.#vocabulary = vocabulary;
    this.#table = table;
    this.#linearLongest = vocabulary.backtracks ? LINEAR_BEFORE_BACKTRACKING : LINEAR_BEFORE_HEAP;
    this.#linear = new LinearMerger(new PairRank(table), this.#linearLongest);
    this.#last = this.#linear;
  }

  get parts(): Int32Array {
    return this.#last.parts;
  }

  merge(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    if (length <= this.#linearLongest) {
      this.#last = this.#linear;
      return this.#linear.merge(bytes, view, start, length);
    }
    this.#long ??= this.#vocabulary.backtracks
      ? new BacktrackingMerger(this.#vocabulary, this.#table)
      : new HeapMerger(new PairRank(this.#table));
    this.#last = this.#long;
    return this.#long.merge(bytes, view, start, length);
  }
}
