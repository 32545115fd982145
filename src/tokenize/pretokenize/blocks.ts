import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** Finds the tokens that stand alone wherever a text spells them, in a trie of their bytes. */
export class Blocks {
  readonly #next = new Map<number, number>(); // node << 8 | byte → node
  readonly #isEnd: boolean[] = [false]; // by node
  readonly #roots: Int32Array = new Int32Array(256); // first byte → node; 0 where none
  readonly #pairs: Uint8Array = new Uint8Array(8_192); // first two bytes, a bit each
  /** Length in bytes of the longest one. */
  readonly longest: number = 0;

  constructor({ bytes, starts, characters }: Vocabulary) {
    for (const [first, count] of characters?.blocks ?? []) {
      for (let rank = first; rank < first + count; rank++) {
        const block = bytes.subarray(starts[rank]!, starts[rank + 1]!);
        this.#add(block);
        if (block.length > this.longest) this.longest = block.length;
      }
    }
  }

  canBeginWith(byte: number): boolean {
    return this.#roots[byte] !== 0;
  }

  /** Length of the longest block at `at`, or 0. A zero byte ends the search. */
  lengthAt(bytes: Uint8Array, at: number): number {
    let node = this.#roots[bytes[at]!]!;
    let longest = this.#isEnd[node] ? 1 : 0;
    const pair = bytes[at]! | (bytes[at + 1]! << 8);
    if (((this.#pairs[pair >>> 3]! >>> (pair & 7)) & 1) === 0) return longest;
    for (let next = at + 1; ; next++) {
      const child = this.#next.get((node << 8) | bytes[next]!);
      if (child === undefined) return longest;
      node = child;
      if (this.#isEnd[node]) longest = next + 1 - at;
    }
  }

  #add(block: Uint8Array): void {
    let node = this.#roots[block[0]!]!;
    if (node === 0) node = this.#roots[block[0]!] = this.#newNode();
    if (block.length > 1) {
      const pair = block[0]! | (block[1]! << 8);
      this.#pairs[pair >>> 3]! |= 1 << (pair & 7);
    }
    for (let at = 1; at < block.length; at++) {
      const key = (node << 8) | block[at]!;
      let child = this.#next.get(key);
      if (child === undefined) {
        child = this.#newNode();
        this.#next.set(key, child);
      }
      node = child;
    }
    this.#isEnd[node] = true;
  }

  #newNode(): number {
    return this.#isEnd.push(false) - 1;
  }
}
