import { FAMILIES, familyTexts } from '../corpora/families.js';
import type { Count } from '../peers/index.js';
import { cpuTime } from './cpu-time.js';
import { collectAll } from './garbage.js';

/** Bytes of the texts: each four times the one before. */
const SIZES = [65_536, 262_144, 1_048_576, 4_194_304];
const MOST_MS = 20_000; // a longer text that would take longer than this is left out

/** A text of a family, and how long it took. */
export interface FamilyTime {
  readonly bytes: number;
  /** Milliseconds of processor time, the first time the text is counted. */
  readonly ms: number;
}

/** Times of every family at every size, shortest text first. */
export function measureFamilies(count: Count): Readonly<Record<string, readonly FamilyTime[]>> {
  return Object.fromEntries(Object.keys(FAMILIES).map((name) => [name, measureFamily(count, name)]));
}

function measureFamily(count: Count, name: string): FamilyTime[] {
  const times: FamilyTime[] = [];
  let growth = 1;
  for (const text of familyTexts(name, SIZES)) {
    const before = times.at(-1);
    if (before && before.ms * 4 * growth > MOST_MS) break;
    const ms = timeOf(count, text);
    if (before) growth = Math.max(growth, ms / before.ms);
    times.push({ bytes: Buffer.byteLength(text), ms });
  }
  return times;
}

/** Milliseconds of processor time of one count. All garbage goes before, so that no text pays for the making of the others. */
function timeOf(count: Count, text: string): number {
  collectAll();
  const start = cpuTime();
  count(text);
  return cpuTime() - start;
}
