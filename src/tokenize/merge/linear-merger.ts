import { type Merger, NO_MERGE } from './merger.js';
import type { PairRank } from './pair-rank.js';
import type { Symbols } from './symbols.js';

/**
 * Merges by looking for the lowest rank among all pairs, again after each merge.
 *
 * Work grows with the square of the length, and is the least of all methods for the short pieces that text is made of.
 */
export class LinearMerger implements Merger {
  readonly #pairRank: PairRank;
  readonly #ranks: Int32Array; // of the pair that begins at each part
  readonly parts: Int32Array;

  readonly #symbols: Symbols | undefined;

  /**
   * @param longest - Length in bytes of the longest span it will be given.
   * @param symbols - What merging begins with; bytes where left out.
   */
  constructor(pairRank: PairRank, longest: number, symbols?: Symbols) {
    this.#pairRank = pairRank;
    this.#symbols = symbols;
    this.parts = new Int32Array(longest + 1);
    this.#ranks = new Int32Array(longest + 1);
  }

  merge(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    const parts = this.parts;
    const ranks = this.#ranks;
    const pairRank = this.#pairRank;
    const symbols = this.#symbols;
    let count = length;
    let lowest = NO_MERGE;
    let at = -1;
    if (symbols && !isAscii(bytes, start, length)) {
      count = symbols.cut(bytes, view, start, start + length, parts);
      for (let i = 0; i < count - 1; i++) {
        const rank = pairRank.of(view, parts[i]!, parts[i + 2]!);
        ranks[i] = rank;
        if (rank < lowest) {
          lowest = rank;
          at = i;
        }
      }
    } else {
      for (let i = 0; i < count - 1; i++) {
        parts[i] = start + i;
        const rank = pairRank.ofBytes(bytes[start + i]!, bytes[start + i + 1]!);
        ranks[i] = rank;
        if (rank < lowest) {
          lowest = rank;
          at = i;
        }
      }
      parts[count - 1] = start + count - 1;
      parts[count] = start + count;
    }
    ranks[count - 1] = NO_MERGE;
    while (at >= 0) {
      count--;
      for (let i = at + 1; i < count; i++) {
        parts[i] = parts[i + 1]!;
        ranks[i] = ranks[i + 1]!;
      }
      parts[count] = start + length;
      ranks[count - 1] = NO_MERGE;
      if (at + 1 < count) ranks[at] = pairRank.of(view, parts[at]!, parts[at + 2]!);
      if (at > 0) ranks[at - 1] = pairRank.of(view, parts[at - 1]!, parts[at + 1]!);
      lowest = NO_MERGE;
      at = -1;
      for (let i = 0; i < count - 1; i++) {
        const rank = ranks[i]!;
        if (rank < lowest) {
          lowest = rank;
          at = i;
        }
      }
    }
    return count;
  }
}

/** Whether each byte of the span is a character, and so a symbol, by itself. */
function isAscii(bytes: Uint8Array, start: number, length: number): boolean {
  let all = 0;
  for (let at = start; at < start + length; at++) all |= bytes[at]!;
  return all < 0x80;
}
