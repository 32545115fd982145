/** Consecutive ranks or ids: the first, and how many. */
export type Run = readonly [first: number, count: number];

/** What a vocabulary says besides whose merging begins with characters, not bytes (SentencePiece). */
export interface CharacterFacts {
  /** What goes before a text that is not empty, and away again when ids are decoded. */
  readonly prefix: '' | ' ';
  /** Ids of the 256 byte tokens, in order: a character that is no token counts as the bytes of its UTF-8. */
  readonly byteIds: readonly Run[];
  /** Ranks of the tokens found in the text before anything merges; each stands alone. */
  readonly blocks: readonly Run[];
  /** The longest run of the mark U+2581, spelled out in a text, that is one token; 0 where the mark is only a space. */
  readonly markRuns: number;
  /** Tokens that no text makes, but ids may name: text → id. */
  readonly silent: Readonly<Record<string, number>>;
}

/** What a compact vocabulary says of itself. Tokens are named by rank here; ids appear only at the border. */
export interface VocabularyFacts {
  readonly name: string;
  /** Number of tokens, control tokens left out. */
  readonly size: number;
  readonly vocabSize: number;
  /** Runs `[first id, how many]` in rank order. */
  readonly idRuns: readonly Run[];
  /** Control tokens: text → id. */
  readonly specials: ReadonlyMap<string, number>;
  /** The pre-tokenizer, as `compilePattern` wrote it; empty where merging runs through a whole text. */
  readonly machine: Uint8Array;
  readonly normalizer: 'nfc' | 'nfkc' | null;
  /** Only where merging begins with characters. */
  readonly characters?: CharacterFacts | undefined;
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
  /** Ranks of the two halves of each token's pair; -1 for a token without a pair, and {@link BLOCK} for the left of a block. */
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
}

/** Left half of a token that is always a whole piece. */
export const BLOCK = -2;

/** Zeros after the last byte of {@link Vocabulary.bytes}. */
export const PADDING = 16;
