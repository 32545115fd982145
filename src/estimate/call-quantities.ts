import { PromptCostError } from '../errors/index.js';
import type { Meter, Quantities } from '../meters/index.js';
import type { EstimateRequest } from './types.js';

/** Which meter a cache write of a lifetime is: OpenAI's 30 minutes have one of their own rate, without a lifetime in its name. */
const WRITE_METER: Readonly<Record<'5m' | '30m' | '1h', Meter>> = {
  '5m': 'cacheWrite5m',
  '30m': 'cacheWrite',
  '1h': 'cacheWrite1h',
};

/**
 * One call as disjoint quantities: what is read from or written to the cache is taken out of the input.
 *
 * @param input - Tokens in, cached or not.
 * @param output - Tokens out, all choices together.
 */
export function callQuantities(
  cachedInput: EstimateRequest['cachedInput'],
  input: number,
  output: number,
): Quantities {
  const {
    read = 0,
    write = 0,
    ttl,
  } = typeof cachedInput === 'number' ? { read: cachedInput } : (cachedInput ?? {});
  if (read + write > input) {
    throw new PromptCostError(
      'invalid-input',
      `cachedInput (${read + write}) cannot exceed the input, which has ${input} tokens.`,
    );
  }
  return {
    input: input - read - write,
    cacheRead: read,
    [ttl === undefined ? 'cacheWrite' : WRITE_METER[ttl]]: write,
    output,
  };
}
