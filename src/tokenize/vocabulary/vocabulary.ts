/** What a compact vocabulary says of itself. Tokens are named by rank here; ids appear only at the border. */
export interface VocabularyFacts {
  readonly name: string;
  /** Number of tokens, control tokens left out. */
  readonly size: number;
  readonly vocabSize: number;
  /** Runs `[first id, how many]` in rank order. */
  readonly idRuns: readonly (readonly [number, number])[];
  /** Control tokens: text → id. */
  readonly specials: ReadonlyMap<string, number>;
  readonly pattern: string;
  readonly normalizer: 'nfc' | null;
  /** Whether a piece that is a token counts as one even if merging cannot reach it. */
  readonly wholePieces: boolean;
  /** Whether every token is what merging makes of its own bytes from lower ranks. */
  readonly backtracks: boolean;
  readonly maxTokenBytes: number;
}

/** A vocabulary unpacked into typed arrays. */
export interface Vocabulary extends VocabularyFacts {
  /** Bytes of all tokens in rank order, and {@link PADDING} zeros, so that 4-byte loads never overrun. */
  readonly bytes: Uint8Array;
  /** Where each token's bytes begin; `starts[size]` is where the last one's end. */
  readonly starts: Uint32Array;
  /** Ranks of the two halves of each token's pair; -1 for a token without a pair. */
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
}

/** Zeros after the last byte of {@link Vocabulary.bytes}. */
export const PADDING = 16;
