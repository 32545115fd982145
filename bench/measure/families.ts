import { FAMILIES, familyTexts } from '../corpora/families.js';
import type { Count } from '../peers/index.js';
import { cpuTime } from './cpu-time.js';
import { settleGarbage } from './garbage.js';

/** Bytes of the texts: each four times the one before. */
const SIZES = [65_536, 262_144, 1_048_576, 4_194_304];
const SAMPLE_MS = 10; // a short text is counted over and over until this long has passed
const LONG_MS = 500; // a text that takes longer is counted once
const MOST_MS = 20_000; // a longer text that would take longer than this is left out

/** How one family of hostile text fared. */
export interface Family {
  /** Bytes of the longest text counted: some 4 MB, or fewer where that would have taken too long. */
  readonly bytes: number;
  /** Nanoseconds of processor time a byte of the longest text, the first time it is counted. */
  readonly perByte: number;
  /** Time for four times the text ÷ time for the text, where that is most. */
  readonly growth: number;
}

/** Measures every family at every size. */
export function measureFamilies(count: Count): Readonly<Record<string, Family>> {
  return Object.fromEntries(Object.keys(FAMILIES).map((name) => [name, measureFamily(count, name)]));
}

function measureFamily(count: Count, name: string): Family {
  const best: number[] = [];
  let longest = { bytes: 0, perByte: 0 };
  let growth = 1;
  for (const text of familyTexts(name, SIZES)) {
    const before = best.at(-1);
    if (before !== undefined && before * 4 * growth > MOST_MS) break;
    const bytes = Buffer.byteLength(text);
    const first = timeOf(count, text, 1);
    longest = { bytes, perByte: (first * 1e6) / bytes };
    const time = leastTime(count, text, first);
    if (before !== undefined) growth = Math.max(growth, time / before);
    best.push(time);
  }
  return { ...longest, growth };
}

/** The time of the first count, or of a later one if that is less: the clock's grain and the code's compilation are left out. */
function leastTime(count: Count, text: string, first: number): number {
  if (first > LONG_MS) return first;
  return Math.min(first, timeOf(count, text, Math.max(1, Math.ceil(SAMPLE_MS / first))));
}

/** Milliseconds of processor time of one count. */
function timeOf(count: Count, text: string, times: number): number {
  settleGarbage();
  const start = cpuTime();
  for (let i = 0; i < times; i++) count(text);
  return (cpuTime() - start) / times;
}
