/**
 * What turns ordinary text into tokens over one vocabulary: portable TypeScript, or the same in WebAssembly.
 *
 * Control tokens and ids are no business of an engine: it reads text as text and names tokens by rank.
 */
export interface Engine {
  /** Tokens of the text, or some number above `limit` as soon as there is one. */
  count(text: string, limit: number): number;
  /** Ranks of the tokens of the text. */
  ranks(text: string): number[];
  /** Bytes of the token of that rank, not to be written to. */
  tokenBytes(rank: number): Uint8Array;
}
