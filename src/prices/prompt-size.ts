import type { Meter, Quantities } from '../meters/index.js';

/** Tokens of a request, by which sellers draw their tiers. */
export interface PromptSize {
  /** All that went in, cached or not. */
  readonly prompt: number;
  /** All that came out, reasoning included. */
  readonly output: number;
}

/** The meters of a prompt, in the order in which its tokens count towards a bound: what was read from a cache comes first. */
export const PROMPT: readonly Meter[] = [
  'cacheRead',
  'cacheReadImage',
  'cacheReadAudio',
  'cacheWrite1h',
  'cacheWrite5m',
  'cacheWrite',
  'input',
  'inputImage',
  'inputAudio',
  'inputVideo',
];
/** The meters of a reply, thoughts first. */
export const OUTPUT: readonly Meter[] = ['reasoning', 'output', 'outputImage', 'outputAudio'];

/**
 * The size of a request.
 *
 * @param quantities - Its meters, which are disjoint.
 *
 * @returns Tokens in and out.
 */
export function promptSize(quantities: Quantities): PromptSize {
  const sum = (meters: readonly Meter[]): number =>
    meters.reduce((all, meter) => all + (quantities[meter] ?? 0), 0);
  return { prompt: sum(PROMPT), output: sum(OUTPUT) };
}
