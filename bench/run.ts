// `npm run build && npx tsx bench/run.ts`: the whole benchmark, some twenty minutes, written into bench/README.md.
// `--only=loads,prompts,throughput,hostile,families` measures some of it and `--peers-only` tries the harness without a build: both write nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodingNames } from '../src/encodings/index.js';
import type { FamilyTime } from './measure/families.js';
import { type FirstPrompts, measureFirstPrompts } from './measure/first-prompts.js';
import { type Loads, measureLoads } from './measure/load.js';
import type { Adversarial } from './measure/run-adversarial.js';
import type { ThroughputRequest } from './measure/run-throughput.js';
import type { Throughput } from './measure/throughput.js';
import { type Family, typicalFamily } from './measure/typical-family.js';
import { libraries } from './peers/index.js';
import { partsOf, reportOf, withReport } from './report/report.js';
import { prepareStage } from './stage.js';

const OPENAI = ['o200k_base', 'cl100k_base'];
const OTHERS = ['deepseek_v3', 'llama3', 'qwen3'];
const FAMILY_ROUNDS = 3; // processes

const { values } = parseArgs({
  options: {
    'peers-only': { type: 'boolean', default: false },
    corpora: { type: 'string' },
    only: { type: 'string' },
  },
});
const peersOnly = values['peers-only'];
const wanted = values.only?.split(',') ?? ['loads', 'prompts', 'throughput', 'hostile', 'families'];
const stage = prepareStage();
const names = libraries.map((library) => library.name).slice(peersOnly ? 1 : 0);
const chosen = values.corpora === undefined ? {} : { corpora: values.corpora.split(',') };
const compared = [...OPENAI, ...OTHERS, ...stage.packs];

const throughput: Record<string, Throughput> = {};
const adversarial: Record<string, Adversarial> = {};
const families: Record<string, Readonly<Record<string, Family>>> = {};
const loads: Record<string, Loads> = {};
const prompts: Record<string, FirstPrompts> = {};
const started = names.filter((name) => name !== '@huggingface/tokenizers');
for (const encoding of OPENAI) {
  if (wanted.includes('loads')) {
    console.error(`${encoding}: loading`);
    loads[encoding] = measureLoads(stage, encoding, started, peersOnly ? 1 : 7);
  }
  if (wanted.includes('prompts')) {
    console.error(`${encoding}: first prompts`);
    prompts[encoding] = measureFirstPrompts(stage, encoding, started, peersOnly ? 1 : 3);
  }
}
for (const encoding of compared) {
  const request: ThroughputRequest = { encoding, libraries: names, ...chosen, length: 120_000, rounds: 5 };
  if (wanted.includes('throughput'))
    throughput[encoding] = stage.run<Throughput>('run-throughput.ts', request);
  if (wanted.includes('hostile') && !peersOnly)
    adversarial[encoding] = stage.run<Adversarial>('run-adversarial.ts', { encoding });
}
if (wanted.includes('families') && !peersOnly) {
  for (const encoding of [...encodingNames, ...stage.packs]) {
    const rounds = Array.from({ length: FAMILY_ROUNDS }, () =>
      stage.run<Readonly<Record<string, readonly FamilyTime[]>>>('run-families.ts', { encoding }),
    );
    families[encoding] = Object.fromEntries(
      Object.keys(rounds[0]!).map((name) => [name, typicalFamily(rounds.map((times) => times[name]!))]),
    );
  }
}

const results = { throughput, adversarial, families, loads, prompts };
if (peersOnly || values.corpora !== undefined || values.only !== undefined) {
  console.log(partsOf(results).join('\n\n'));
} else {
  const path = join(stage.root, 'bench', 'README.md');
  const report = reportOf(results, stage.pins);
  writeFileSync(path, withReport(readFileSync(path, 'utf8'), report));
  console.log(report);
}
