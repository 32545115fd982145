import type { MediaRules, PagesRule } from '../../models/index.js';
import type { TokenRange } from '../types.js';
import { tokensOfImage } from './image-tokens.js';
import type { Measures } from './known-measures.js';
import type { Media } from './media.js';
import { isExact, type Reasoned, sum, times } from './ranges.js';
import { unknownPages } from './worst-case.js';

/** Bytes of a text that make one token: at least one, likely four. */
const BYTES_A_TOKEN = 4;

/**
 * A document by its pages.
 *
 * @param rules - Those of the model: where the provider also shows a page as an image, its image rule counts.
 * @param rule - Tokens a page.
 * @param measures - Its pages, or its bytes, as far as they are known.
 * @param media - What is wished of it.
 *
 * @returns For 3 pages of Gemini 2: 774. Plain text counts from 1 token to one for each byte.
 */
export function tokensOfPages(
  rules: MediaRules,
  rule: PagesRule,
  measures: Measures,
  media: Media,
): Reasoned {
  if (measures.text && measures.bytes) {
    const tokens = { low: 1, likely: Math.ceil(measures.bytes / BYTES_A_TOKEN), high: measures.bytes };
    return { tokens, how: `a text of ${measures.bytes} bytes, which is not counted here: give it as text` };
  }
  const said = measures.pages ?? unknownPages(measures.bytes, rule.most);
  const pages = atMost(said, rule.most);
  const each = perPage(rules, rule, media);
  const tokens = times(each, pages);
  const amount = isExact(pages) ? `${pages.likely}` : `${pages.low} to ${pages.high}`;
  const why = measures.pages ? refusal(said, rule.most) : ', whose number is not known';
  return {
    tokens: { ...tokens, low: Math.max(1, tokens.low) },
    how: `${each.low} to ${each.high} tokens for each of ${amount} pages${why}`,
  };
}

// A request with more pages is refused, and costs nothing.
function atMost({ low, likely, high }: TokenRange, most = Infinity): TokenRange {
  return { low: Math.min(low, most), likely: Math.min(likely, most), high: Math.min(high, most) };
}

function refusal({ high }: TokenRange, most = Infinity): string {
  return high > most ? `: it says ${high}, and a request may hold ${most}` : '';
}

function perPage(rules: MediaRules, rule: PagesRule, { detail = 'high', resolution }: Media): TokenRange {
  const text =
    (resolution === 'low' ? rule.low : resolution === 'medium' ? undefined : resolution && rule.high) ??
    rule.text;
  if (!rule.image || !rules.image) return text;
  const { high } = tokensOfImage(rules.image, undefined, { detail }).tokens;
  const { likely } = tokensOfImage(rules.image, rule.image, { detail }).tokens;
  // A page of OpenAI's has counted less than any image at high detail.
  const { low } = tokensOfImage(rules.image, undefined, { detail: 'low' }).tokens;
  return sum(text, { low: Math.min(low, likely), likely, high });
}
