import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, installPins, type Pins } from './cache.js';
import { compileBench } from './compile.js';
import { readyPacks } from './packs.js';
import type { Folders } from './peers/index.js';

/** Everything a measurement needs in place, and how to run one. */
export interface Stage extends Folders {
  readonly pins: Pins;
  /** Encodings that are no part of the package and can be measured here all the same. */
  readonly packs: readonly string[];
  /** Runs `measure/<file>` in a fresh process and gives back the JSON it prints. */
  run<T>(file: string, request: object): T;
}

/** No measurement takes as long. */
const MOST_MS = 300_000;

/** Installs what is missing, compiles the benchmark, and readies fresh processes. */
export function prepareStage(): Stage {
  const bench = dirname(fileURLToPath(import.meta.url));
  const root = dirname(bench);
  const cache = cacheFolder();
  const pins = JSON.parse(readFileSync(join(bench, 'peers.json'), 'utf8')) as Pins;
  installPins(cache, pins);
  // A folder of this run's own: two benchmarks at once do not pull it from under each other.
  const compiled = mkdtempSync(join(cache, 'compiled-'));
  process.once('exit', () => rmSync(compiled, { recursive: true, force: true }));
  compileBench(bench, compiled);
  return {
    root,
    cache,
    pins,
    packs: readyPacks(cache),
    run<T>(file: string, request: object): T {
      const script = join(compiled, 'measure', file.replace(/\.ts$/, '.js'));
      const argument = JSON.stringify({ root, cache, ...request });
      const output = execFileSync(process.execPath, ['--expose-gc', script, argument], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
        timeout: MOST_MS,
        // This is where packs are looked for.
        env: { ...process.env, PROMPTCOST_CACHE: cache },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return JSON.parse(output) as T;
    },
  };
}
