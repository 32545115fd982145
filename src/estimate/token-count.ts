import { PromptCostError } from '../errors/index.js';
import type { CountedInput } from './counted-input.js';
import { lettersIn, ratePerToken } from './letters.js';
import type { PromptRequest, TokenCount } from './types.js';

/** The text to count; a request without one is refused. */
export function textOf(request: PromptRequest): string {
  if (request.prompt !== undefined) return request.prompt;
  throw new PromptCostError(
    'invalid-input',
    'There is nothing to count. Pass a string, or a request with a prompt.',
  );
}

/** A count as a caller sees it. */
export function countText(text: string, { tokens, exactness, encoding, basis }: CountedInput): TokenCount {
  const letters = lettersIn(text);
  return {
    tokens: tokens.likely,
    low: tokens.low,
    high: tokens.high,
    exactness,
    encoding: encoding ?? '',
    basis,
    letters,
    lettersPerToken: ratePerToken(letters, tokens.likely),
  };
}
