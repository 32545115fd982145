import type { Corpora } from '../corpora/build.js';
import { flat } from '../corpora/seeded.js';
import type { Count } from '../peers/index.js';
import { cpuTime } from './cpu-time.js';
import { settleGarbage } from './garbage.js';
import { median } from './stats.js';

/** What one library did with one corpus; times are milliseconds of processor time for the whole corpus. */
export interface Run {
  readonly tokens: number;
  /** The first time this process saw the text: code hot, caches cold. */
  readonly first: number;
  /** Median of the later times. */
  readonly warm: number;
}

/** Corpus → its size in UTF-8 bytes, and library → what it did. */
export type Throughput = Readonly<Record<string, { bytes: number; runs: Readonly<Record<string, Run>> }>>;

/** A text is counted over and over until this long has passed, so that one sample outweighs the clock's grain. */
const SAMPLE_MS = 10;

/** A first pass is cut into so many parts, and the libraries take turns at going first: the memory caches favour no one. */
const FIRST_PASS_PARTS = 4;

/** Counts each corpus with each library in one process, in rotating order. */
export function measureThroughput(
  counts: Readonly<Record<string, Count>>,
  corpora: Corpora,
  warmUp: readonly string[],
  rounds: number,
): Throughput {
  const names = Object.keys(counts);
  for (const name of names) makeHot(counts[name]!, warmUp);
  const result: Record<string, { bytes: number; runs: Record<string, Run> }> = {};
  for (const [corpus, texts] of Object.entries(corpora)) {
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const first = firstPass(counts, texts);
    const samples = Object.fromEntries(names.map((name) => [name, [] as number[]]));
    const tokens: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(turn + round) % names.length]!;
        const count = counts[name]!;
        const times = Math.max(1, Math.ceil(SAMPLE_MS / first[name]!));
        settleGarbage();
        const start = cpuTime();
        for (let i = 0; i < times; i++) tokens[name] = countAll(count, texts);
        samples[name]!.push((cpuTime() - start) / times);
      }
    }
    const runs = names.map((name): [string, Run] => [
      name,
      { tokens: tokens[name]!, first: first[name]!, warm: median(samples[name]!) },
    ]);
    result[corpus] = { bytes, runs: Object.fromEntries(runs) };
    console.error(`  ${corpus}`);
  }
  return result;
}

/** Runs a library on texts that are in no corpus until its code is compiled: for long texts, for prompts, for what it finds and what not. */
export function makeHot(count: Count, texts: readonly string[]): void {
  // Each text is new to the library once only: these are its misses.
  for (const text of texts) {
    for (let from = 0; from < text.length / 2; from += 300) count(text.slice(from, from + 300));
    count(text.slice(text.length / 2));
  }
  const end = performance.now() + 1000;
  // Longer than any library's inner chunk.
  const all = texts.join('\n');
  while (performance.now() < end) {
    count(all);
    for (const text of texts) count(text.slice(0, 600));
  }
}

export function countAll(count: Count, texts: readonly string[]): number {
  let tokens = 0;
  for (const text of texts) tokens += count(text);
  return tokens;
}

function firstPass(
  counts: Readonly<Record<string, Count>>,
  texts: readonly string[],
): Record<string, number> {
  const names = Object.keys(counts);
  const spent = Object.fromEntries(names.map((name) => [name, 0]));
  parts(texts).forEach((part, round) => {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length]!;
      settleGarbage();
      const start = cpuTime();
      countAll(counts[name]!, part);
      spent[name]! += cpuTime() - start;
    }
  });
  return spent;
}

/** One long text cut at line ends, or many texts dealt out. */
function parts(texts: readonly string[]): string[][] {
  if (texts.length > 1) {
    return Array.from({ length: FIRST_PASS_PARTS }, (_, part) =>
      texts.filter((_, i) => i % FIRST_PASS_PARTS === part),
    );
  }
  const text = texts[0]!;
  const cuts = Array.from({ length: FIRST_PASS_PARTS - 1 }, (_, i) =>
    text.indexOf('\n', Math.floor((text.length * (i + 1)) / FIRST_PASS_PARTS)),
  );
  return [0, ...cuts].map((from, i) => [flat(text.slice(from, cuts[i] ?? text.length))]);
}
