import type { EstimateRequest } from './types.js';

/**
 * The same call with a count of tokens in place of what it says.
 *
 * Of a cached part, no more than the count is left.
 *
 * @param request - A call with a prompt or messages.
 * @param input - Tokens that stand for all of it.
 */
export function countedAs(request: EstimateRequest, input: number): EstimateRequest {
  const { prompt, messages, system, tools, responseFormat, encoding, cachedInput, ...rest } = request;
  return { ...rest, input, ...(cachedInput !== undefined && { cachedInput: atMost(cachedInput, input) }) };
}

function atMost(
  cached: NonNullable<EstimateRequest['cachedInput']>,
  input: number,
): NonNullable<EstimateRequest['cachedInput']> {
  if (typeof cached === 'number') return Math.min(cached, input);
  const { read = 0, write = 0, ...rest } = cached;
  const kept = Math.min(read, input);
  return { ...rest, read: kept, write: Math.min(write, input - kept) };
}
