import { FAMILIES, familyTexts } from '../corpora/families.js';
import type { Count } from '../peers/index.js';
import { cpuTime } from './cpu-time.js';
import { settleGarbage } from './garbage.js';

/** Bytes of the texts: each four times the one before. */
const SIZES = [65_536, 262_144, 1_048_576, 4_194_304];
const SMALLEST_STEP = 262_144; // bytes: below, tables made for the first long piece outweigh the text
const MOST_MS = 20_000; // a longer text that would take longer than this is left out

/** How one family of hostile text fared. */
export interface Family {
  /** Bytes of the longest text counted: some 4 MB, or fewer where that would have taken too long. */
  readonly bytes: number;
  /** Nanoseconds of processor time a byte of the longest text, the first time it is counted. */
  readonly perByte: number;
  /** Time for four times the text ÷ time for the text, where that is most, from 256 KB on; each text is counted for the first time. */
  readonly growth: number;
}

/** Measures every family at every size. */
export function measureFamilies(count: Count): Readonly<Record<string, Family>> {
  return Object.fromEntries(Object.keys(FAMILIES).map((name) => [name, measureFamily(count, name)]));
}

function measureFamily(count: Count, name: string): Family {
  let before: number | undefined;
  let longest = { bytes: 0, perByte: 0 };
  let growth = 1;
  for (const text of familyTexts(name, SIZES)) {
    if (before !== undefined && before * 4 * growth > MOST_MS) break;
    const bytes = Buffer.byteLength(text);
    const time = timeOf(count, text);
    if (before !== undefined && bytes > 2 * SMALLEST_STEP) growth = Math.max(growth, time / before);
    longest = { bytes, perByte: (time * 1e6) / bytes };
    before = time;
  }
  return { ...longest, growth };
}

/** Milliseconds of processor time of one count. */
function timeOf(count: Count, text: string): number {
  settleGarbage();
  const start = cpuTime();
  count(text);
  return cpuTime() - start;
}
