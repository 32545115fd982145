import { PromptCostError } from '../errors/index.js';
import type { Meter, Quantities } from '../meters/index.js';
import type { TokenRange } from '../request/index.js';
import type { EstimateRequest } from './types.js';

/** Which meter a cache write of a lifetime is: OpenAI's 30 minutes have one of their own rate, without a lifetime in its name. */
const WRITE_METER: Readonly<Record<'5m' | '30m' | '1h', Meter>> = {
  '5m': 'cacheWrite5m',
  '30m': 'cacheWrite',
  '1h': 'cacheWrite1h',
};

/** The part of the input that the provider's cache holds or will store. */
interface Cached {
  readonly read: number;
  readonly write: number;
  readonly meter: Meter;
}

/** Tokens in that are billed at a rate of their own: pictures, sound, films. */
export type ApartInput = Quantities;

/**
 * One call as disjoint quantities: what is read from or written to the cache is taken out of the input.
 *
 * The cached part is taken from the text first, which is where a prompt begins. Where the input may turn out smaller than its cached
 * part, all of it is cached.
 *
 * @param input - All tokens in, cached or not.
 * @param output - Tokens out, all choices together.
 * @param apart - Those of the input that have a rate of their own.
 */
export function callQuantities(
  cachedInput: EstimateRequest['cachedInput'],
  input: number,
  output: number,
  apart: ApartInput = {},
): Quantities {
  const cached = cachedOf(cachedInput);
  const cacheRead = Math.min(cached.read, input);
  const cacheWrite = Math.min(cached.write, input - cacheRead);
  const others = Object.entries(apart) as [Meter, number][];
  const text = input - others.reduce((all, [, tokens]) => all + tokens, 0);
  let left = cacheRead + cacheWrite;
  const uncached = ([['input', text], ...others] as [Meter, number][]).map(([meter, tokens]) => {
    const taken = Math.min(left, tokens);
    left -= taken;
    return [meter, tokens - taken];
  });
  return { ...Object.fromEntries(uncached), cacheRead, [cached.meter]: cacheWrite, output };
}

/** Refuses a cached part that is larger than the input can be. */
export function checkCachedPart(cachedInput: EstimateRequest['cachedInput'], input: TokenRange): void {
  const { read, write } = cachedOf(cachedInput);
  if (read + write <= input.high) return;
  throw new PromptCostError(
    'invalid-input',
    `cachedInput (${read + write}) cannot exceed the input, which has ${input.high} tokens.`,
  );
}

function cachedOf(cachedInput: EstimateRequest['cachedInput']): Cached {
  const parts = typeof cachedInput === 'number' ? { read: cachedInput } : (cachedInput ?? {});
  const { read = 0, write = 0, ttl } = parts;
  return { read, write, meter: ttl === undefined ? 'cacheWrite' : WRITE_METER[ttl] };
}
