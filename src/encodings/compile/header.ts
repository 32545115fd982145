import type { CharacterFacts } from './vocabulary.js';

/** The header of a compact vocabulary; `tokenizers/README.md` says what each field means. */
export interface Header {
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

/** Consecutive numbers: the first, and how many. */
export type Run = readonly [first: number, count: number];

/** The runs that whole numbers make in the order they stand: `[5, 6, 7, 2]` is `[[5, 3], [2, 1]]`. */
export function runsOf(numbers: readonly number[]): Run[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[0] + last[1]) last[1]++;
    else runs.push([number, 1]);
  }
  return runs;
}

/** The numbers of the runs, in order. */
export function numbersOf(runs: readonly Run[]): number[] {
  return runs.flatMap(([first, count]) => Array.from({ length: count }, (_, index) => first + index));
}
