import { NotOurs } from './refused-file.js';

const MOST_WORK = 40_000_000; // Gemma 3, with 262,144 tokens, takes 20 million

/** Refuses tokens so long that finding their pairs, quadratic in the length of each, would take seconds. */
export function assertMergeable(tokens: readonly string[]): void {
  let work = 0;
  for (const { length } of tokens) work += length * length;
  if (work > MOST_WORK) throw new NotOurs('its tokens are too long to find what they are made of');
}
