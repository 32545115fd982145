import type { Stage } from '../stage.js';
import { median } from './stats.js';

/** Library → milliseconds of processor time of the first hundred prompts after loading; the median of its fresh processes. */
export type FirstPrompts = Readonly<Record<string, number>>;

/** Starts a fresh process for each library in turn, `runs` times over. */
export function measureFirstPrompts(
  stage: Stage,
  encoding: string,
  names: readonly string[],
  runs: number,
): FirstPrompts {
  const samples = new Map(names.map((name) => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < names.length; turn++) {
      const library = names[(turn + run) % names.length]!;
      samples.get(library)!.push(stage.run<number>('run-first-prompts.ts', { library, encoding }));
    }
  }
  return Object.fromEntries([...samples].map(([name, times]) => [name, median(times)]));
}
