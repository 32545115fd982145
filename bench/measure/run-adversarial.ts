// A process of its own: holds our time per byte on hostile texts against our time per byte on prose; prints an `Adversarial` as JSON.
// The peers are left out: most need more than a minute for one of these texts, or trap.
import { adversarialTexts } from '../corpora/adversarial.js';
import { buildCorpora } from '../corpora/build.js';
import { warmUpTexts } from '../corpora/warm-up.js';
import { type Folders, ours } from '../peers/index.js';
import { cpuTime } from './cpu-time.js';
import { settleGarbage } from './garbage.js';
import { median } from './stats.js';
import { makeHot } from './throughput.js';

/** Nanoseconds of processor time per UTF-8 byte. */
export interface Adversarial {
  readonly prose: number;
  readonly texts: Readonly<
    Record<string, { readonly bytes: number; readonly first: number; readonly warm: number }>
  >;
}

const ROUNDS = 5;
const request = JSON.parse(process.argv[2]!) as { readonly encoding: string } & Folders;
const count = await ours.load(request.encoding, request);
if (count === undefined) throw new Error(`No encoding ${request.encoding}.`);
console.error(`${request.encoding}: adversarial texts`);
const { prose: [prose] = [] } = buildCorpora(request.cache, 400_000);
if (prose === undefined) throw new Error('No prose to hold the texts against.');
makeHot(count, warmUpTexts(request.root));

const perByte = (text: string, bytes: number): number => {
  settleGarbage();
  const start = cpuTime();
  count(text);
  return ((cpuTime() - start) * 1e6) / bytes;
};

perByte(prose, prose.length);
const proseBytes = Buffer.byteLength(prose);
const proseSamples: number[] = [];
const texts: Record<string, { bytes: number; first: number; warm: number }> = {};
for (const [name, text] of Object.entries(adversarialTexts())) {
  const bytes = Buffer.byteLength(text);
  const first = perByte(text, bytes);
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    proseSamples.push(perByte(prose, proseBytes));
    samples.push(perByte(text, bytes));
  }
  texts[name] = { bytes, first, warm: median(samples) };
}
const result: Adversarial = { prose: median(proseSamples), texts };
console.log(JSON.stringify(result));
