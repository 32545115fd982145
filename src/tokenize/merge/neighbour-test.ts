import type { TokenTable } from '../vocabulary/token-table.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

const CACHE_BITS = 13;
const NO_LIMIT = 0x7fffffff;

/**
 * Whether byte-pair merging can leave two tokens side by side.
 *
 * It undoes the merges that made the two, the latest first, and asks at each step whether the halves that then touch would have
 * merged with each other before. If they never would, the two tokens stay as they are.
 */
export class NeighbourTest {
  readonly #table: TokenTable;
  readonly #starts: Uint32Array;
  readonly #lefts: Int32Array;
  readonly #rights: Int32Array;
  readonly #cache: Int32Array = new Int32Array(3 << CACHE_BITS); // left rank + 1, right rank, answer

  constructor(vocabulary: Vocabulary, table: TokenTable) {
    this.#table = table;
    this.#starts = vocabulary.starts;
    this.#lefts = vocabulary.lefts;
    this.#rights = vocabulary.rights;
  }

  /**
   * @param start - Where the left token begins in `view`; the right one spans `[middle, end)`.
   */
  canMeet(view: DataView, start: number, middle: number, end: number, left: number, right: number): boolean {
    const cache = this.#cache;
    const slot = ((Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77)) >>> (32 - CACHE_BITS)) * 3;
    if (cache[slot] === left + 1 && cache[slot + 1] === right) return cache[slot + 2] === 1;
    const answer = this.#undo(view, start, middle, end, left, right);
    cache[slot] = left + 1;
    cache[slot + 1] = right;
    cache[slot + 2] = answer ? 1 : 0;
    return answer;
  }

  #undo(view: DataView, from: number, middle: number, to: number, left: number, right: number): boolean {
    const table = this.#table;
    const starts = this.#starts;
    const lefts = this.#lefts;
    const rights = this.#rights;
    let start = from;
    let end = to;
    let leftRank = left;
    let rightRank = right;
    let limit = NO_LIMIT;
    for (;;) {
      const length = end - start;
      const joined =
        length === 2 ? table.pairs[view.getUint16(start, true)]! : table.find(view, start, length);
      if (joined >= 0 && joined < limit) return false;
      // The token of higher rank was merged later, so it is undone first; a tie counts the left one as earlier.
      if (rights[leftRank] !== -1 && (leftRank > rightRank || lefts[rightRank]! < 0)) {
        limit = leftRank;
        leftRank = rights[leftRank]!;
        start = middle - (starts[leftRank + 1]! - starts[leftRank]!);
      } else if (lefts[rightRank]! >= 0) {
        limit = rightRank + 1;
        rightRank = lefts[rightRank]!;
        end = middle + (starts[rightRank + 1]! - starts[rightRank]!);
      } else {
        return true;
      }
    }
  }
}
