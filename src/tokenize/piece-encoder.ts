import type { Merger } from './merge/merger.js';
import type { TokenTable } from './vocabulary/token-table.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/** Turns pieces into the ranks of their tokens. */
export class PieceEncoder {
  readonly #vocabulary: Vocabulary;
  readonly #table: TokenTable;
  readonly #merger: Merger;

  constructor(vocabulary: Vocabulary, table: TokenTable, merger: Merger) {
    this.#vocabulary = vocabulary;
    this.#table = table;
    this.#merger = merger;
  }

  /** Appends to `ranks` those of the pieces that begin at `start` and end at `ends[0]`, `ends[1]`, … */
  encodeBatch(
    bytes: Uint8Array,
    view: DataView,
    start: number,
    ends: Int32Array,
    pieces: number,
    ranks: number[],
  ): void {
    const { wholePieces, lefts } = this.#vocabulary;
    let at = start;
    for (let i = 0; i < pieces; i++) {
      const length = ends[i]! - at;
      const rank = this.#table.find(view, at, length);
      if (rank >= 0 && (wholePieces || length === 1 || lefts[rank] !== -1)) {
        ranks.push(rank);
      } else {
        const count = this.#merger.merge(bytes, view, at, length);
        const parts = this.#merger.parts;
        for (let part = 0; part < count; part++) {
          ranks.push(this.#table.find(view, parts[part]!, parts[part + 1]! - parts[part]!));
        }
      }
      at = ends[i]!;
    }
  }
}
