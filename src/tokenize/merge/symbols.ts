import type { TokenTable } from '../vocabulary/token-table.js';

/**
 * The symbols that merging begins with where those are characters: a character that is a token is one symbol, any other is as many
 * as its UTF-8 has bytes.
 */
export class Symbols {
  readonly #table: TokenTable;

  constructor(table: TokenTable) {
    this.#table = table;
  }

  /** Length in bytes of the symbol at `at`; no character reaches beyond `end`. */
  lengthAt(bytes: Uint8Array, view: DataView, at: number, end: number): number {
    const first = bytes[at]!;
    if (first < 0xc0) return 1;
    const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return at + length <= end && this.#table.find(view, at, length) >= 0 ? length : 1;
  }

  /** Writes where the symbols of the span `[start, end)` begin, and then `end`, into `parts`; returns how many there are. */
  cut(bytes: Uint8Array, view: DataView, start: number, end: number, parts: Int32Array): number {
    let count = 0;
    for (let at = start; at < end; at += this.lengthAt(bytes, view, at, end)) parts[count++] = at;
    parts[count] = end;
    return count;
  }
}
