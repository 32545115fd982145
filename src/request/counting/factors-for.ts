import type { Content, CountBand, Factors } from '../../models/index.js';
import { contentsOf } from './contents.js';

/** Factors whose likely one is stated. */
export type CertainFactors = Required<Factors>;

const EXACT: CertainFactors = { low: 1, likely: 1, high: 1 };

/**
 * The factors of a band for a text: those of its contents, or those of any text where a content was not measured or the text
 * is of no known content.
 *
 * A mixed text takes the union: the lowest, the highest, and halfway between the likely ones.
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
  for (const content of contents) seen?.add(content);
  const parts = contents.map((content) => band[content] ?? band);
  return parts.length === 0 ? certain(band) : union(parts.map(certain));
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
