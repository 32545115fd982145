import type { LevelRule } from '../../models/index.js';
import type { Media } from './media.js';
import type { Reasoned } from './ranges.js';

/**
 * Gemini 3's levels: at most so many tokens, whatever the size. Real replies count a little less: 1,088 of 1,120, 529 of 560,
 * 256 of 280.
 *
 * @param rule - The figures.
 * @param resolution - As wished; `high` where none is.
 *
 * @returns For no wish: 1,120, and not under 1,008.
 */
export function levelTokens(rule: LevelRule, resolution: Media['resolution'] = 'high'): Reasoned {
  const most = rule.levels[resolution];
  return {
    tokens: { low: Math.floor(most * rule.share), likely: most, high: most },
    how: `at most ${most} at ${resolution} resolution, whatever the size`,
  };
}
