import type { Content, CountBand, Factors } from '../../models/index.js';
import { type Contents, contentsOf } from './contents.js';

/** Factors whose likely one is stated. */
export type CertainFactors = Required<Factors>;

const EXACT: CertainFactors = { low: 1, likely: 1, high: 1 };

/**
 * The factors of a band for a text: those of its contents, or those of any text where a content was not measured or the text
 * is of no known content.
 *
 * A mixed text takes the union: the lowest, the highest, and halfway between the likely ones. Runs weigh by the part of the text that
 * they are: their tokens are seldom a larger part.
 *
 * @param band - Of an approximate count; `undefined` for an exact one.
 * @param text - What was counted.
 * @param seen - Takes in the contents that were found.
 *
 * @returns Factors with low ≤ likely ≤ high.
 *
 * @example
 * ```ts
 * const band = { low: 0.8, high: 1.3, prose: { low: 0.95, high: 1.1 }, code: { low: 1.1, likely: 1.2, high: 1.3 } };
 * factorsFor(band, 'Why is the sky blue?'); // { low: 0.95, likely: 1, high: 1.1 }
 * factorsFor(band, 'Почему небо голубое?'); // { low: 0.8, likely: 1, high: 1.3 }: not measured
 * ```
 */
export function factorsFor(band: CountBand | undefined, text: string, seen?: Set<Content>): CertainFactors {
  if (band === undefined) return EXACT;
  const contents = contentsOf(text);
  for (const kind of contents.kinds) seen?.add(kind);
  if (contents.runs + contents.oddRuns > 0) seen?.add('runs');
  return factorsOf(band, contents);
}

/** {@link factorsFor} of a text whose contents are known. */
export function factorsOf(band: CountBand, { kinds, runs, oddRuns }: Contents): CertainFactors {
  const any = certain(band);
  const said = kinds.length === 0 ? any : union(kinds.map((kind) => certain(band[kind] ?? band)));
  if (runs + oddRuns === 0) return said;
  const ofRuns = certain(band.runs ?? band);
  const mean = (end: keyof Factors): number =>
    said[end] * (1 - runs - oddRuns) + ofRuns[end] * runs + any[end] * oddRuns;
  return { low: mean('low'), likely: mean('likely'), high: mean('high') };
}

function union(parts: readonly CertainFactors[]): CertainFactors {
  const likely = parts.map((part) => part.likely);
  return {
    low: Math.min(...parts.map(({ low }) => low)),
    likely: (Math.min(...likely) + Math.max(...likely)) / 2,
    high: Math.max(...parts.map(({ high }) => high)),
  };
}

function certain({ low, likely = 1, high }: Factors): CertainFactors {
  return { low, likely, high };
}
