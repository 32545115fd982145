import type { CharacterFacts } from '../../tokenize/index.js';

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
