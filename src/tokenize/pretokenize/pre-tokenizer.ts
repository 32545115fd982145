/**
 * Cuts UTF-8 text into pieces, the spans within which byte-pair merging works.
 *
 * Writes the ends of successive pieces into `ends` until that is full or the text runs out, and returns how many. A piece whose
 * end could change with text that has not arrived yet is not written, unless `isLast` says that nothing follows.
 *
 * `bytes` holds whole characters from `start` to `end` and zero at `end`.
 */
export type PreTokenizer = (
  bytes: Uint8Array,
  start: number,
  end: number,
  isLast: boolean,
  ends: Int32Array,
) => number;
