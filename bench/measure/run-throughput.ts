// A process of its own: counts every corpus with every chosen library and prints a `Throughput` as JSON.
import { buildCorpora } from '../corpora/build.js';
import { warmUpTexts } from '../corpora/warm-up.js';
import { type Count, type Folders, libraries } from '../peers/index.js';
import { measureThroughput } from './throughput.js';

export interface ThroughputRequest {
  readonly encoding: string;
  /** Names of the libraries to run. */
  readonly libraries: readonly string[];
  /** Only these corpora; all when omitted. */
  readonly corpora?: readonly string[];
  /** UTF-16 units of each corpus. */
  readonly length: number;
  readonly rounds: number;
}

const request = JSON.parse(process.argv[2]!) as ThroughputRequest & Folders;
const counts: Record<string, Count> = {};
for (const library of libraries) {
  if (!request.libraries.includes(library.name)) continue;
  const count = await library.load(request.encoding, request);
  if (count !== undefined) counts[library.name] = count;
}
const all = Object.entries(buildCorpora(request.cache, request.length));
const chosen = all.filter(([name]) => request.corpora?.includes(name) ?? true);
console.error(`${request.encoding}: ${Object.keys(counts).join(', ')}`);
const result = measureThroughput(
  counts,
  Object.fromEntries(chosen),
  warmUpTexts(request.root),
  request.rounds,
);
console.log(JSON.stringify(result));
