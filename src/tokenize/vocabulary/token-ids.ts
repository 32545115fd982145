import { PromptCostError, shown } from '../../errors/index.js';
import type { VocabularyFacts } from './vocabulary.js';

const UTF8 = new TextEncoder();

/** Translates between ranks and ids, and ids and bytes; control tokens have ids and bytes but no rank. */
export class TokenIds {
  readonly #vocabulary: VocabularyFacts;
  readonly #tokenBytes: (rank: number) => Uint8Array;
  /** Runs in rank order: first rank, first id, how many. */
  readonly #runs: readonly (readonly [number, number, number])[];
  readonly #shift: number | undefined; // id - rank, where it is the same for all
  readonly #specials: ReadonlyMap<number, string>;

  /** @param tokenBytes - The bytes of the token of that rank. */
  constructor(vocabulary: VocabularyFacts, tokenBytes: (rank: number) => Uint8Array) {
    this.#vocabulary = vocabulary;
    this.#tokenBytes = tokenBytes;
    let rank = 0;
    this.#runs = vocabulary.idRuns.map(([id, count]) => {
      rank += count;
      return [rank - count, id, count] as const;
    });
    this.#shift = this.#runs.length === 1 ? this.#runs[0]![1] : undefined;
    this.#specials = new Map([...vocabulary.specials].map(([text, id]) => [id, text]));
  }

  /** Turns ranks into ids, in place. */
  fromRanks(ranks: number[]): number[] {
    if (this.#shift === 0) return ranks;
    for (let i = 0; i < ranks.length; i++) ranks[i] = this.#fromRank(ranks[i]!);
    return ranks;
  }

  #fromRank(rank: number): number {
    if (this.#shift !== undefined) return rank + this.#shift;
    const runs = this.#runs;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle]![0] <= rank) low = middle;
      else high = middle - 1;
    }
    return rank - runs[low]![0] + runs[low]![1];
  }

  /** The bytes of a token, not to be written to. */
  bytesOf(id: number): Uint8Array {
    for (const [rank, first, count] of this.#runs) {
      if (id < first || id >= first + count || !Number.isInteger(id)) continue;
      return this.#tokenBytes(rank + id - first);
    }
    const special = this.#specials.get(id);
    if (special !== undefined) return UTF8.encode(special);
    throw new PromptCostError(
      'invalid-input',
      `${this.#vocabulary.name} has no token ${shown(id)}. Its ids are below ${this.#vocabulary.vocabSize}.`,
    );
  }
}
