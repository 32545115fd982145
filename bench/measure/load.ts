import type { Stage } from '../stage.js';
import type { Load } from './run-load.js';
import { median } from './stats.js';

/** Library → the medians of its fresh processes. */
export type Loads = Readonly<Record<string, Load>>;

/** Starts a fresh process for each library in turn, `runs` times over. */
export function measureLoads(stage: Stage, encoding: string, names: readonly string[], runs: number): Loads {
  const samples = new Map(names.map((name) => [name, [] as Load[]]));
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < names.length; turn++) {
      const library = names[(turn + run) % names.length]!;
      samples.get(library)!.push(stage.run<Load>('run-load.ts', { library, encoding }));
    }
  }
  return Object.fromEntries([...samples].map(([name, loads]) => [name, medians(loads)]));
}

function medians(loads: readonly Load[]): Load {
  const of = (field: keyof Load) => median(loads.map((load) => load[field]));
  return { wall: of('wall'), cpu: of('cpu'), rss: of('rss'), heap: of('heap'), buffers: of('buffers') };
}
