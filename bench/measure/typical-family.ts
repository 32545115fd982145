import type { FamilyTime } from './families.js';
import { median } from './stats.js';

const SMALLEST_STEP = 250_000; // bytes: below, tables made for the first long piece outweigh the text

/** How one family of hostile text fared. */
export interface Family {
  /** Bytes of the longest text counted: some 4 MB, or fewer where that would have taken too long. */
  readonly bytes: number;
  /** Nanoseconds of processor time a byte of the longest text, the first time it is counted. */
  readonly perByte: number;
  /** Time for four times the text ÷ time for the text, where that is most, from 256 KB on; each text is counted for the first time. */
  readonly growth: number;
}

/**
 * What several processes measured of a family, each text by its median, so that one that was disturbed does not decide.
 *
 * @param rounds - Times of each process, shortest text first; a text that one of them left out is left out.
 */
export function typicalFamily(rounds: readonly (readonly FamilyTime[])[]): Family {
  const texts = Math.min(...rounds.map((times) => times.length));
  const typical = rounds[0]!
    .slice(0, texts)
    .map(({ bytes }, text) => ({ bytes, ms: median(rounds.map((times) => times[text]!.ms)) }));
  const steps = typical
    .slice(1)
    .map(({ ms }, text) => ({ from: typical[text]!.bytes, growth: ms / typical[text]!.ms }))
    .filter(({ from }) => from >= SMALLEST_STEP);
  const { bytes, ms } = typical.at(-1)!;
  return { bytes, perByte: (ms * 1e6) / bytes, growth: Math.max(1, ...steps.map(({ growth }) => growth)) };
}
