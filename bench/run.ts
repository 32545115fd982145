// `npm run build && npx tsx bench/run.ts`: the whole benchmark, under eight minutes, written into bench/README.md.
// `--peers-only` tries the harness without a build and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Loads, measureLoads } from './measure/load.js';
import type { Adversarial } from './measure/run-adversarial.js';
import type { ThroughputRequest } from './measure/run-throughput.js';
import type { Throughput } from './measure/throughput.js';
import { libraries } from './peers/index.js';
import { reportOf, withReport } from './report/report.js';
import { loadTable } from './report/tables.js';
import { throughputTable } from './report/throughput-table.js';
import { prepareStage } from './stage.js';

const OPENAI = ['o200k_base', 'cl100k_base'];
const ENCODINGS = [...OPENAI, 'deepseek_v3', 'llama3', 'qwen3'];

const { values } = parseArgs({
  options: { 'peers-only': { type: 'boolean', default: false }, corpora: { type: 'string' } },
});
const stage = prepareStage();
const names = libraries.map((library) => library.name).slice(values['peers-only'] ? 1 : 0);
const chosen = values.corpora === undefined ? {} : { corpora: values.corpora.split(',') };

const throughput: Record<string, Throughput> = {};
const adversarial: Record<string, Adversarial> = {};
const loads: Record<string, Loads> = {};
for (const encoding of OPENAI) {
  console.error(`${encoding}: loading`);
  const loading = names.filter((name) => name !== '@huggingface/tokenizers');
  loads[encoding] = measureLoads(stage, encoding, loading, values['peers-only'] ? 1 : 7);
}
for (const encoding of ENCODINGS) {
  const request: ThroughputRequest = { encoding, libraries: names, ...chosen, length: 120_000, rounds: 5 };
  throughput[encoding] = stage.run<Throughput>('run-throughput.ts', request);
  if (!values['peers-only'])
    adversarial[encoding] = stage.run<Adversarial>('run-adversarial.ts', { encoding });
}

if (values['peers-only'] || values.corpora !== undefined) {
  for (const encoding of ENCODINGS) console.log(`\n${encoding}\n\n${throughputTable(throughput[encoding]!)}`);
  for (const encoding of OPENAI) console.log(`\n${encoding}\n\n${loadTable(loads[encoding]!)}`);
} else {
  const path = join(stage.root, 'bench', 'README.md');
  const report = reportOf({ throughput, adversarial, loads }, stage.pins);
  writeFileSync(path, withReport(readFileSync(path, 'utf8'), report));
  console.log(report);
}
