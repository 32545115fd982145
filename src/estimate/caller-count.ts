import type { CountedPart } from '../request/index.js';
import { type CountedInput, givenCount } from './counted-input.js';
import type { PromptRequest } from './types.js';

const BASIS = "Counted by the caller's countTokens.";

/**
 * An input whose sum a provider's endpoint has counted. What of it has a rate of its own (pictures, sound, films) is what we count of
 * these; the rest is the endpoint's.
 *
 * @param tokens - The endpoint's number, framing included.
 * @param ours - Our own count of the same request, if there is one.
 */
export function callerCount(tokens: number, request: PromptRequest, ours?: CountedInput): CountedInput {
  const given = givenCount(tokens, BASIS, request);
  const apart = ours?.parts?.filter(({ meter, tokens: { likely } }) => meter !== 'input' && likely > 0) ?? [];
  if (apart.length === 0) return given;
  let left = tokens;
  const parts = apart.map((part): CountedPart => {
    const taken = Math.min(left, part.tokens.likely);
    left -= taken;
    return { ...part, tokens: { low: taken, likely: taken, high: taken } };
  });
  const rest: CountedPart = {
    path: 'request',
    what: 'all else',
    tokens: { low: left, likely: left, high: left },
    meter: 'input',
    method: 'What is left of the number from countTokens.',
  };
  return {
    ...given,
    parts: [...parts, rest],
    basis: `${BASIS} Which of it are pictures, sound or films is our count.`,
  };
}
