import type { CropRule } from '../../models/index.js';
import type { Media } from './media.js';
import { exactly, type Reasoned } from './ranges.js';
import { type Size, squares, withinEdge } from './size.js';

/**
 * Gemini 2's crops: a small image is one; a larger one is cut into squares, whose side is the short side over `divisor`. Google
 * calls the formula rough, and replies show one crop more (the whole image) or a single one: the range holds both.
 *
 * @param rule - The figures.
 * @param size - Of the image, as sent.
 * @param resolution - As wished. Low and medium cost the same for every size.
 *
 * @returns For 960 × 540 px: 3 × 2 = 6 crops of 258 are 1,548; from 258 to 1,806.
 */
export function cropTokens(rule: CropRule, size: Size, resolution: Media['resolution']): Reasoned {
  if (resolution === 'low' || resolution === 'medium')
    return { tokens: exactly(rule[resolution]), how: `${rule[resolution]} at ${resolution} resolution` };
  if (Math.max(size.width, size.height) <= rule.small)
    return { tokens: exactly(rule.tokens), how: `${rule.tokens} for an image within ${rule.small} px` };
  const fit = withinEdge(size, rule.edge);
  const unit = Math.max(rule.least, Math.floor(Math.min(fit.width, fit.height) / rule.divisor));
  const [across, down] = squares(fit, unit);
  const crops = across * down;
  return {
    tokens: { low: rule.tokens, likely: rule.tokens * crops, high: rule.tokens * (crops + 1) },
    how: `${rule.tokens} for each of about ${crops} crops`,
  };
}

/** The dearest image: a strip as long as the edge, as narrow as gives it two rows of the smallest crops. */
export function mostCropTokens(rule: CropRule, resolution: Media['resolution']): number {
  return cropTokens(rule, { width: rule.edge, height: rule.least * rule.divisor }, resolution).tokens.high;
}
