import type { Meter } from '../meters/index.js';

// The only meters that may be billed at another's rate, and at whose.
const FALLBACK: Readonly<Partial<Record<Meter, Meter>>> = {
  reasoning: 'output',
  cacheWrite1h: 'cacheWrite5m',
  cacheWrite5m: 'cacheWrite',
  cacheWrite: 'input',
};

/** Tokens of media that are billed as text where a price does not set them apart → of which text. */
export const AS_TEXT: Readonly<Partial<Record<Meter, Meter>>> = {
  inputAudio: 'input',
  inputImage: 'input',
  inputVideo: 'input',
  cacheReadAudio: 'cacheRead',
  cacheReadImage: 'cacheRead',
};

/** What the fee of a request pays for, where it has no rate of its own: what a call to Perplexity does on the web. */
export const COVERED_BY_FEE: readonly Meter[] = ['reasoning', 'citation', 'webSearch'];

/**
 * The rate that a meter is billed at: its own, or that of the meter it falls back to.
 *
 * @param meter - The meter.
 * @param rates - All rates in force.
 *
 * @returns The rate, or `undefined` where it is not known.
 */
export function rateOf<Rate>(meter: Meter, rates: ReadonlyMap<Meter, Rate>): Rate | undefined {
  let at: Meter | undefined = meter;
  while (at !== undefined && !rates.has(at)) at = FALLBACK[at];
  return at === undefined ? undefined : rates.get(at);
}
