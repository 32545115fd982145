import type { Meter, Quantities } from '../meters/index.js';

/** Tokens of a request, by which sellers draw their tiers. */
export interface PromptSize {
  /** All that went in, cached or not. */
  readonly prompt: number;
  /** All that came out, reasoning included. */
  readonly output: number;
}

const PROMPT: readonly Meter[] = [
  'input',
  'cacheRead',
  'cacheWrite',
  'cacheWrite5m',
  'cacheWrite1h',
  'inputAudio',
  'cacheReadAudio',
  'inputImage',
  'cacheReadImage',
  'inputVideo',
];
const OUTPUT: readonly Meter[] = ['output', 'reasoning', 'outputAudio', 'outputImage'];

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
