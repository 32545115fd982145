// A fresh process: what it takes until a library has counted its first text. Prints a `Load` as JSON.
import { type Folders, libraries } from '../peers/index.js';
import { cpuTime } from './cpu-time.js';
import { collectAll } from './garbage.js';

/** From before the import to after the first count; memory is what was added since, in bytes. */
export interface Load {
  /** Milliseconds by the clock. */
  readonly wall: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
  readonly rss: number;
  /** After a full garbage collection. */
  readonly heap: number;
  /** After a full garbage collection; the memory of a WebAssembly module counts here too. */
  readonly buffers: number;
}

const request = JSON.parse(process.argv[2]!) as {
  readonly library: string;
  readonly encoding: string;
} & Folders;
const library = libraries.find(({ name }) => name === request.library);
if (library === undefined) throw new Error(`No library ${request.library}.`);

collectAll();
const memoryBefore = process.memoryUsage();
const cpuBefore = cpuTime();
const wallBefore = performance.now();
const count = await library.load(request.encoding, request);
if (count === undefined) throw new Error(`${request.library} has no ${request.encoding}.`);
count('What will this prompt cost, before I send it?');
const wall = performance.now() - wallBefore;
const cpu = cpuTime() - cpuBefore;
const { rss } = process.memoryUsage();
collectAll();
const memoryAfter = process.memoryUsage();
// The library stays in use here, so that the collection above could not take it.
count('And after that?');
const result: Load = {
  wall,
  cpu,
  rss: rss - memoryBefore.rss,
  heap: memoryAfter.heapUsed - memoryBefore.heapUsed,
  // WebAssembly memory is counted as external but not always as an array buffer.
  buffers: memoryAfter.external - memoryBefore.external,
};
console.log(JSON.stringify(result));
