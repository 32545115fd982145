import type { TokenRange } from '../request/index.js';
import type { Estimate, EstimateRequest } from './types.js';

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

/**
 * {@link countedAs} with the estimate's own input, the high one unless another is asked for, so that nothing is counted twice.
 *
 * A call with pictures, sound or tools that the provider runs stays as it is: one number cannot say what is billed at which rate.
 *
 * @param request - What was estimated.
 * @param estimate - Its estimate.
 * @param size - Which of its three sizes.
 */
export function asCounted(
  request: EstimateRequest,
  { tokens, parts = [], serverTools }: Estimate,
  size: keyof TokenRange = 'high',
): EstimateRequest {
  const isText = parts.every(({ meter }) => meter === 'input');
  return tokens && isText && !serverTools ? countedAs(request, tokens.input[size]) : request;
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
