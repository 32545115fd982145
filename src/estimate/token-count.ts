import { ratePerToken } from '../request/index.js';
import type { CountedInput } from './counted-input.js';
import type { TokenCount } from './types.js';

/** A count as a caller sees it. */
export function tokenCount({ tokens, exactness, encoding, basis, letters, parts }: CountedInput): TokenCount {
  return {
    tokens: tokens.likely,
    low: tokens.low,
    high: tokens.high,
    exactness,
    encoding: encoding ?? '',
    basis,
    letters,
    lettersPerToken: ratePerToken(letters, tokens.likely),
    ...(parts && { parts }),
  };
}
