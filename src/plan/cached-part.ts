import type { CacheRule } from '../models/index.js';

/**
 * How many tokens of a repeated beginning a seller's cache gives back.
 *
 * @param tokens - Tokens that two requests begin with alike.
 * @param rule - The cache's rule.
 *
 * @returns The minimum and as many whole steps as fit; 0 below the minimum.
 *
 * @example
 * ```ts
 * cachedPart(1_500, { minimum: 1_024, step: 128 }); // 1408: 1,024 and 3 steps of 128
 * ```
 */
export function cachedPart(tokens: number, rule: Pick<CacheRule, 'minimum' | 'step'>): number {
  const { minimum, step = 1 } = rule;
  return tokens < minimum ? 0 : minimum + Math.floor((tokens - minimum) / step) * step;
}
