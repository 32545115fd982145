import type { TokenTable } from '../vocabulary/token-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { BacktrackingMerger, GAVE_UP } from './backtracking-merger.js';
import { HeapMerger } from './heap-merger.js';
import { LinearMerger } from './linear-merger.js';
import type { Merger } from './merger.js';
import { PairRank } from './pair-rank.js';
import { Snags } from './snags.js';
import { Symbols } from './symbols.js';

const LINEAR_BEFORE_BACKTRACKING = 24; // bytes up to which the linear merge was measured to be quicker
const LINEAR_BEFORE_HEAP = 96;

/** Merges a piece by the method that is quickest for its length and exact for the vocabulary. */
export class PieceMerger implements Merger {
  readonly #vocabulary: Vocabulary;
  readonly #table: TokenTable;
  readonly #symbols: Symbols | undefined;
  readonly #snags: Snags | undefined; // where some tokens are in the way of backtracking
  readonly #linear: LinearMerger;
  #backtracking: BacktrackingMerger | undefined; // made for the first long piece
  #heap: HeapMerger | undefined; // made for the first long piece on which backtracking is not exact
  #last: Merger;

  constructor(vocabulary: Vocabulary, table: TokenTable) {
    this.#vocabulary = vocabulary;
    this.#table = table;
    this.#symbols = vocabulary.characters && new Symbols(table);
    this.#snags = vocabulary.backtracks ? undefined : new Snags(vocabulary, table);
    this.#linear = new LinearMerger(new PairRank(table), LINEAR_BEFORE_HEAP, this.#symbols);
    this.#last = this.#linear;
  }

  get parts(): Int32Array {
    return this.#last.parts;
  }

  merge(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    if (length <= LINEAR_BEFORE_BACKTRACKING) return this.#mergeBy(this.#linear, bytes, view, start, length);
    const snags = this.#snags;
    if (!snags || (snags.areRare && !snags.areIn(view, start, length))) {
      this.#backtracking ??= new BacktrackingMerger(this.#vocabulary, this.#table, this.#symbols);
      const count = this.#mergeBy(this.#backtracking, bytes, view, start, length);
      if (count !== GAVE_UP) return count;
    }
    if (length <= LINEAR_BEFORE_HEAP) return this.#mergeBy(this.#linear, bytes, view, start, length);
    this.#heap ??= new HeapMerger(new PairRank(this.#table), this.#symbols);
    return this.#mergeBy(this.#heap, bytes, view, start, length);
  }

  #mergeBy(merger: Merger, bytes: Uint8Array, view: DataView, start: number, length: number): number {
    this.#last = merger;
    return merger.merge(bytes, view, start, length);
  }
}
