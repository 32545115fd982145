import type { Vocabulary } from '../compile/vocabulary.js';

/** A vocabulary of the user's, made compact. */
export interface Compiled {
  /** What the bytes hold, as it was read. */
  readonly vocabulary: Vocabulary;
  /** What cuts text into pieces; empty where merging runs through a whole text. */
  readonly machine: Uint8Array;
  /** What `fromCompiled` reads. */
  readonly bytes: Uint8Array;
}
