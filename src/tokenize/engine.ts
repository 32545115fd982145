/**
 * What turns ordinary text into tokens over one vocabulary: portable TypeScript, or the same in WebAssembly.
 *
 * Control tokens and ids are no business of an engine: it reads text as text and names tokens by rank.
 */
export interface Engine {
  /** Tokens of the text, or some number above `limit` as soon as there is one. */
  count(text: string, limit: number): number;
  /**
   * Tokens of the pieces at the beginning of a text that arrives in parts; {@link stopped} says how far they reach.
   *
   * @param bytes - Whole characters, as UTF-8.
   * @param isLast - Whether nothing follows: every piece is decided then.
   */
  countBytes(bytes: Uint8Array, isLast: boolean): number;
  /** How many of the bytes the last {@link countBytes} counted. */
  readonly stopped: number;
  /** Ranks of the tokens of the text. */
  ranks(text: string): number[];
  /** Bytes of the token of that rank, not to be written to. */
  tokenBytes(rank: number): Uint8Array;
}
