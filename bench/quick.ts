// `npx tsx bench/quick.ts [encoding] [--peers-only] [--corpora=prose,chinese]`: one encoding against its fast peers, in under a minute.
// For tuning: nothing is written. Run `npm run build` first.
import { parseArgs } from 'node:util';
import type { ThroughputRequest } from './measure/run-throughput.js';
import type { Throughput } from './measure/throughput.js';
import { libraries } from './peers/index.js';
import { disagreements } from './report/ratios.js';
import { throughputTable } from './report/throughput-table.js';
import { prepareStage } from './stage.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'peers-only': { type: 'boolean', default: false }, corpora: { type: 'string' } },
});
const encoding = positionals[0] ?? 'o200k_base';
const names = libraries.map((library) => library.name).filter((name) => name !== 'js-tiktoken');
const request: ThroughputRequest = {
  encoding,
  libraries: values['peers-only'] ? names.slice(1) : names,
  ...(values.corpora === undefined ? {} : { corpora: values.corpora.split(',') }),
  length: 100_000,
  rounds: 5,
};
const throughput = prepareStage().run<Throughput>('run-throughput.ts', request);
console.log(`\n${encoding}: their time / ours, warm / first pass\n\n${throughputTable(throughput)}\n`);
for (const sentence of disagreements(encoding, throughput)) console.log(sentence);
