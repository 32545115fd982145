import type { Meter, Quantities } from '../meters/index.js';
import type { CacheSplit } from './cache-splits.js';

/**
 * One call as disjoint quantities: what is read from or written to the cache is taken out of the input.
 *
 * The cached part is taken from the text first, which is where a prompt begins. Where the input may turn out smaller than its cached
 * part, all of it is cached.
 *
 * @param split - What the cache reads and writes.
 * @param input - All tokens in, cached or not.
 * @param output - Tokens out, all choices together.
 * @param apart - Those of the input that are billed at a rate of their own: pictures, sound, films.
 */
export function callQuantities(
  split: CacheSplit,
  input: number,
  output: number,
  apart: Quantities = {},
): Quantities {
  let room = input;
  const cached = entries({ cacheRead: split.read, ...split.writes }).map(([meter, tokens]) => {
    const taken = Math.min(tokens, room);
    room -= taken;
    return [meter, taken];
  });
  const others = entries(apart);
  const text = input - others.reduce((all, [, tokens]) => all + tokens, 0);
  let left = input - room;
  const uncached = entries({ input: text, ...apart }).map(([meter, tokens]) => {
    const taken = Math.min(left, tokens);
    left -= taken;
    return [meter, tokens - taken];
  });
  return { ...Object.fromEntries(uncached), ...Object.fromEntries(cached), output };
}

function entries(quantities: Quantities): [Meter, number][] {
  return Object.entries(quantities) as [Meter, number][];
}
