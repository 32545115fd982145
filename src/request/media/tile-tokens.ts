import type { TileRule } from '../../models/index.js';
import type { Media } from './media.js';
import { exactly, type Reasoned } from './ranges.js';
import { type Size, squares } from './size.js';

/**
 * OpenAI's tiles: the image is made to fit `edge`, then its short side `short`, never enlarged; each square of `side` costs.
 * Low detail costs the base alone.
 *
 * @param rule - The figures of a model.
 * @param size - Of the image, as sent.
 * @param detail - As wished; everything but `low` is counted as `high`.
 *
 * @returns For 1024 × 1024 px of GPT-4o: 85 + 4 × 170 = 765.
 */
export function tileTokens(rule: TileRule, size: Size, detail: Media['detail']): Reasoned {
  if (detail === 'low') return { tokens: exactly(rule.base), how: `${rule.base} at low detail` };
  const [across, down] = squares(fitted(rule, size), rule.side);
  const tiles = across * down;
  return {
    tokens: exactly(rule.base + rule.tile * tiles),
    how: `${rule.base} + ${rule.tile} for each of ${tiles} ${tiles === 1 ? 'tile' : 'tiles'}`,
  };
}

/** The dearest image that the rule allows. */
export function mostTileTokens(rule: TileRule, detail: Media['detail']): number {
  if (detail === 'low') return rule.base;
  return rule.base + rule.tile * Math.ceil(rule.edge / rule.side) * Math.ceil(rule.short / rule.side);
}

function fitted({ edge, short }: TileRule, { width, height }: Size): Size {
  const [long, narrow] = width > height ? [width, height] : [height, width];
  // The short side after the first fit; the second then undoes the first, so both are done at once, in whole numbers.
  if (narrow * Math.min(1, edge / long) > short)
    return { width: Math.floor((long * short) / narrow), height: short };
  if (long <= edge) return { width: long, height: narrow };
  return { width: edge, height: Math.max(1, Math.round((narrow * edge) / long)) };
}
