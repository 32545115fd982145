/** Byte-pair merging of one piece. */
export interface Merger {
  /**
   * Merges the span of `view` and returns how many tokens it makes; {@link parts} then holds where each begins.
   *
   * @param bytes - The same memory as `view`.
   */
  merge(bytes: Uint8Array, view: DataView, start: number, length: number): number;
  /** Offsets in `bytes` at which the tokens of the last merge begin, and where the last one ends. */
  readonly parts: Int32Array;
}

/** The rank of a pair that does not merge: above every real one. */
export const NO_MERGE = 0x7fffffff;
