import type { ImageRule } from '../../models/index.js';
import { cropTokens, mostCropTokens } from './crop-tokens.js';
import { gridTokens } from './grid-tokens.js';
import { levelTokens } from './level-tokens.js';
import type { Media } from './media.js';
import { mostPatchTokens, patchTokens } from './patch-tokens.js';
import type { Reasoned } from './ranges.js';
import { inPixels, type Size } from './size.js';
import { mostTileTokens, tileTokens } from './tile-tokens.js';

/** What a caller may wish of an image. */
export type Wishes = Pick<Media, 'detail' | 'resolution'>;

/** The size at which an image of unknown size is likely: a screenshot or a photograph made smaller. */
const LIKELY: Size = { width: 1024, height: 1024 };
const LEAST: Size = { width: 1, height: 1 };

/**
 * An image by a rule.
 *
 * @param rule - The rule of the model.
 * @param size - As sent, or `undefined` when it is not known: the range is then from the smallest image to the dearest.
 * @param wishes - Detail and resolution.
 *
 * @returns Whole tokens, at least 1.
 */
export function tokensOfImage(rule: ImageRule, size: Size | undefined, wishes: Wishes): Reasoned {
  if (size) {
    const { tokens, how } = ofSize(rule, size, wishes);
    return { tokens, how: `${inPixels(size)}: ${how}` };
  }
  const least = ofSize(rule, LEAST, wishes);
  const most = mostOf(rule, wishes);
  const alike = rule.kind === 'levels' || rule.kind === 'flat' || least.tokens.low === most;
  if (alike) return least;
  const likely = ofSize(rule, LIKELY, wishes).tokens.likely;
  return {
    tokens: { low: Math.max(1, least.tokens.low), likely, high: most },
    how: `from the smallest image to the largest, likely ${inPixels(LIKELY)}`,
  };
}

function ofSize(rule: ImageRule, size: Size, { detail, resolution }: Wishes): Reasoned {
  switch (rule.kind) {
    case 'tiles':
      return tileTokens(rule, size, detail);
    case 'patches':
      return patchTokens(rule, size, detail);
    case 'grid':
      return gridTokens(rule, size);
    case 'crops':
      return cropTokens(rule, size, resolution);
    case 'levels':
      return levelTokens(rule, resolution);
    case 'flat': {
      const { low, likely, high } = rule;
      return { tokens: { low, likely, high }, how: `from ${low} to ${high}, as no closer rule is published` };
    }
  }
}

function mostOf(rule: ImageRule, { detail, resolution }: Wishes): number {
  switch (rule.kind) {
    case 'tiles':
      return mostTileTokens(rule, detail);
    case 'patches':
      return mostPatchTokens(rule, detail);
    case 'grid':
      return rule.budget;
    case 'crops':
      return mostCropTokens(rule, resolution);
    case 'levels':
      return levelTokens(rule, resolution).tokens.high;
    case 'flat':
      return rule.high;
  }
}
