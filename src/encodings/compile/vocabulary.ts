import type { Run } from './header.js';

/** A vocabulary as read from its origin, before it is made compact. */
export interface Vocabulary {
  /** Each token's bytes, one character a byte (Latin-1), in rank order. */
  readonly tokens: readonly string[];
  /** Rank to id. */
  readonly ids: readonly number[];
  /** Control tokens: text to id. */
  readonly specials: Readonly<Record<string, number>>;
  readonly normalizer: 'nfc' | 'nfkc' | null;
  /** The origin's merges in order, as bytes; `undefined` where its ranks alone decide. */
  readonly merges: readonly (readonly [left: string, right: string])[] | undefined;
  /** Only where merging begins with characters. */
  readonly characters?: CharacterFacts | undefined;
}

/** What is to be known besides of a vocabulary whose merging begins with characters; `tokenizers/README.md` says what each field means. */
export interface CharacterFacts {
  readonly prefix: '' | ' ';
  readonly byteIds: readonly Run[];
  readonly blocks: readonly Run[];
  readonly markRuns: number;
  readonly silent: Readonly<Record<string, number>>;
}
