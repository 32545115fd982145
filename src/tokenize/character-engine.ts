import type { Engine } from './engine.js';
import { PortableEngine } from './portable-engine.js';
import { wordPieces } from './pretokenize/word-pieces.js';
import { cutAtMarkRuns, withSpaces } from './text/marked-spaces.js';
import type { CharacterFacts, Vocabulary } from './vocabulary/vocabulary.js';

/**
 * The engine for vocabularies whose merging begins with characters (SentencePiece).
 *
 * Their tokens hold spaces where the origin has the mark U+2581, so that a text needs no rewriting and spaces cut it into pieces; a mark
 * in the text itself becomes a space.
 */
export class CharacterEngine implements Engine {
  readonly #engine: PortableEngine;
  readonly #facts: CharacterFacts;

  constructor(vocabulary: Vocabulary, facts: CharacterFacts) {
    this.#engine = new PortableEngine(vocabulary, wordPieces(vocabulary));
    this.#facts = facts;
  }

  count(text: string, limit: number): number {
    let total = 0;
    for (const part of cutAtMarkRuns(text, this.#facts.markRuns)) {
      total += this.#engine.count(withSpaces(part, this.#facts.prefix), limit - total);
      if (total > limit) break;
    }
    return total;
  }

  countBytes(bytes: Uint8Array, isLast: boolean): number {
    return this.#engine.countBytes(bytes, isLast);
  }

  get stopped(): number {
    return this.#engine.stopped;
  }

  ranks(text: string): number[] {
    const parts = cutAtMarkRuns(text, this.#facts.markRuns);
    if (parts.length === 1) return this.#engine.ranks(withSpaces(text, this.#facts.prefix));
    return parts.flatMap((part) => this.#engine.ranks(withSpaces(part, this.#facts.prefix)));
  }

  tokenBytes(rank: number): Uint8Array {
    return this.#engine.tokenBytes(rank);
  }
}
