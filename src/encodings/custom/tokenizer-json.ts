/** The parts of a Hugging Face `tokenizer.json` that decide which tokens a text is; checked by `readTokenizerJson`. */
export interface TokenizerJson {
  readonly added_tokens: readonly AddedToken[];
  readonly normalizer: Part | null;
  readonly pre_tokenizer: Part | null;
  readonly decoder: Part | null;
  readonly model: Model;
}

/** A step with its options; a `Sequence` holds others. */
export type Part = Readonly<Record<string, unknown>>;

export interface AddedToken {
  readonly id: number;
  readonly content: string;
  readonly special: boolean;
  readonly single_word?: unknown;
  readonly lstrip?: unknown;
  readonly rstrip?: unknown;
  readonly normalized?: unknown;
}

export type Model = BpeModel | OtherModel;

export interface BpeModel extends Part {
  readonly type: 'BPE';
  readonly vocab: Readonly<Record<string, number>>;
  readonly merges: readonly (string | readonly [string, string])[];
}

export interface OtherModel extends Part {
  readonly type: 'WordPiece' | 'WordLevel' | 'Unigram';
}
