import type { CharacterFacts, Run } from './vocabulary.js';

/** The first four bytes of a compact vocabulary, and the version of the format. */
export const MAGIC = 'PCV1';

/** The header of a compact vocabulary; `tokenizers/README.md` says what each field means. */
export interface VocabularyHeader {
  readonly name: string;
  readonly size: number;
  readonly literals: readonly Run[];
  readonly literalBytes: number;
  readonly ids: readonly Run[];
  readonly vocabSize: number;
  readonly specials: Readonly<Record<string, number>>;
  /** The pre-tokenizer's pattern, for people to read: the machine is what cuts. */
  readonly pattern: string;
  /** Length of the machine section; 0 where merging runs through a whole text. */
  readonly machineBytes: number;
  readonly normalizer: 'nfc' | 'nfkc' | null;
  /** Only where merging begins with characters. */
  readonly characters?: CharacterFacts;
  readonly wholePieces: boolean;
  readonly backtracks: boolean;
  readonly maxTokenBytes: number;
}
