import type { Run } from '../../tokenize/index.js';

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
