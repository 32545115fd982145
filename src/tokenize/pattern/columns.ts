import type { Automaton } from './automaton.js';
import { type CodePoints, LIMIT } from './code-points.js';
import { refused } from './refused.js';

/** The column that stands for the end of the text. */
export const END_OF_TEXT = 0;
/** Columns are numbers below this. */
export const MOST_COLUMNS = 64;

/** Code points that no set of a pattern tells apart, as columns of its tables. */
export interface Columns {
  readonly count: number;
  /** Runs in order: where each begins, and its column; the last one ends at U+10FFFF. */
  readonly runs: readonly (readonly [number, number])[];
  /** Columns of a set that occurs in the pattern, a bit each. */
  readonly of: (set: CodePoints) => bigint;
}

export function columnsOf({ steps }: Automaton): Columns {
  const sets: CodePoints[] = [];
  for (const step of steps) if (step.kind === 'set' || step.kind === 'look') sets.push(step.set);
  const distinct = new Map(sets.map((set) => [set.join(), set]));
  const members = [...distinct.values()].map((set) => ({ set, passed: 0, columns: 0n }));
  const borders = [...new Set([0, ...members.flatMap(({ set }) => set)])].filter((at) => at < LIMIT);
  borders.sort((a, b) => a - b);
  const columns = new Map<string, number>();
  const runs: [number, number][] = [];
  for (const at of borders) {
    let signature = '';
    for (const member of members) {
      while (member.passed < member.set.length && member.set[member.passed]! <= at) member.passed++;
      signature += member.passed % 2;
    }
    let column = columns.get(signature);
    if (column === undefined) {
      column = columns.size + 1;
      if (column >= MOST_COLUMNS)
        throw refused(`it tells more than ${MOST_COLUMNS - 1} kinds of character apart`);
      columns.set(signature, column);
      for (const member of members) if (member.passed % 2 === 1) member.columns |= 1n << BigInt(column);
    }
    if (runs.at(-1)?.[1] !== column) runs.push([at, column]);
  }
  const bits = new Map(members.map(({ set, columns: found }) => [set.join(), found]));
  return { count: columns.size + 1, runs, of: (set) => bits.get(set.join())! };
}
