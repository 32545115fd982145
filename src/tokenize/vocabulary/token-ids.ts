import { PromptCostError, shown } from '../../errors/index.js';
import type { Run, VocabularyFacts } from './vocabulary.js';

const UTF8 = new TextEncoder();
const NO_RUN = [0, 0, 0] as const;

/** Translates between ranks and ids, and ids and bytes; control tokens have ids and bytes but no rank. */
export class TokenIds {
  readonly #vocabulary: VocabularyFacts;
  readonly #tokenBytes: (rank: number) => Uint8Array;
  /** Runs in rank order: first rank, first id, how many. */
  readonly #runs: readonly (readonly [number, number, number])[];
  readonly #shift: number | undefined; // id - rank, where it is the same for all
  /** Runs in order of id: first id, first rank, how many. */
  readonly #byId: readonly (readonly [number, number, number])[];
  readonly #byteOf: ReadonlyMap<number, number>;
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
    this.#byId = this.#runs
      .map(([first, id, count]) => [id, first, count] as const)
      .sort(([a], [b]) => a - b);
    const { byteIds = [], silent = {} } = vocabulary.characters ?? {};
    this.#byteOf = bytesById(byteIds);
    const texts = [...Object.entries(silent), ...vocabulary.specials];
    this.#specials = new Map(texts.map(([text, id]) => [id, text]));
  }

  /** Turns ranks into ids, in place. */
  fromRanks(ranks: number[]): number[] {
    if (this.#shift === 0) return ranks;
    for (let i = 0; i < ranks.length; i++) ranks[i] = this.#fromRank(ranks[i]!);
    return ranks;
  }

  #fromRank(rank: number): number {
    if (this.#shift !== undefined) return rank + this.#shift;
    const [first, id] = runOf(this.#runs, rank);
    return rank - first + id;
  }

  /** The bytes of a token, not to be written to. */
  bytesOf(id: number): Uint8Array {
    if (Number.isInteger(id)) {
      const [first, rank, count] = runOf(this.#byId, id);
      if (id >= first && id < first + count) return this.#tokenBytes(rank + id - first);
    }
    const byte = this.#byteOf.get(id);
    if (byte !== undefined) return Uint8Array.of(byte);
    const special = this.#specials.get(id);
    if (special !== undefined) return UTF8.encode(special);
    throw new PromptCostError(
      'invalid-input',
      `${this.#vocabulary.name} has no token ${shown(id)}. Its ids are below ${this.#vocabulary.vocabSize}.`,
    );
  }
}

/** The last run that begins at or before `at`, or the first. */
function runOf(
  runs: readonly (readonly [number, number, number])[],
  at: number,
): readonly [number, number, number] {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]![0] <= at) low = middle;
    else high = middle - 1;
  }
  return runs[low] ?? NO_RUN;
}

function bytesById(runs: readonly Run[]): Map<number, number> {
  const bytes = new Map<number, number>();
  for (const [first, count] of runs) {
    for (let id = first; id < first + count; id++) bytes.set(id, bytes.size);
  }
  return bytes;
}
