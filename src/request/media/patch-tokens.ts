import type { PatchLimits, PatchRule } from '../../models/index.js';
import type { TokenRange } from '../types.js';
import type { Media } from './media.js';
import { covering, exactly, type Reasoned } from './ranges.js';
import { type Size, squares, withinEdge } from './size.js';

/**
 * OpenAI's patches: the image is made to fit the longest side, then the budget of patches; the patches times the model's
 * factor are the tokens. OpenAI says of its own billing that it may differ by one token, so a factor makes a range.
 *
 * @param rule - The figures of a model.
 * @param size - Of the image, as sent.
 * @param detail - As wished; `auto` where none is.
 *
 * @returns For 2048 × 2048 px of GPT-5.4: 2,500 patches × 1.2 = 3,000.
 */
export function patchTokens(rule: PatchRule, size: Size, detail: Media['detail']): Reasoned {
  const patches = countedPatches(rule, size, detail);
  const tokens = inTokens(rule, patches);
  const other = rule.or && inTokens(rule.or, countedPatches(rule.or, size, detail));
  return {
    tokens: other ? covering(tokens, other) : tokens,
    how: `${patches} patches of ${rule.side} px × ${rule.factor}${other ? ', or as another edition of the page has it' : ''}`,
  };
}

/** The dearest image that the rule allows. */
export function mostPatchTokens(rule: PatchRule, detail: Media['detail']): number {
  const { edge, budget } = limitsOf(rule, detail);
  const most = Math.min(budget ?? Infinity, rule.most ?? Infinity, Math.ceil(edge / rule.side) ** 2);
  const other = rule.or ? mostPatchTokens(rule.or, detail) : 0;
  return Math.max(inTokens(rule, most).high, other);
}

/**
 * Patches of an image, after fitting.
 *
 * @param limits - The longest side and the budget.
 * @param side - Of a patch, in pixels.
 * @param size - Of the image, as sent.
 *
 * @returns For 1800 × 2400 px within 2048 px and 1,536 patches: 33 × 44 = 1,452.
 */
export function patchesOf({ edge, budget = Infinity }: PatchLimits, side: number, size: Size): number {
  const fit = withinEdge(size, edge);
  const [across, down] = squares(fit, side);
  if (across * down <= budget) return across * down;
  const shrink = Math.sqrt((side * side * budget) / (fit.width * fit.height));
  const [wide, high] = [(fit.width * shrink) / side, (fit.height * shrink) / side];
  const scale = shrink * Math.min(Math.floor(wide) / wide, Math.floor(high) / high);
  const [columns, rows] = squares(
    {
      width: Math.max(1, Math.floor(fit.width * scale)),
      height: Math.max(1, Math.floor(fit.height * scale)),
    },
    side,
  );
  return Math.min(columns * rows, budget);
}

function countedPatches(rule: PatchRule, size: Size, detail: Media['detail']): number {
  return Math.min(patchesOf(limitsOf(rule, detail), rule.side, size), rule.most ?? Infinity);
}

function limitsOf(rule: PatchRule, detail: Media['detail'] = 'auto'): PatchLimits {
  return rule[detail === 'auto' ? rule.auto : detail] ?? rule.high;
}

// Factors have two digits; hundredths keep the product whole, so that 2,500 × 1.2 is not a hair over 3,000.
function inTokens({ factor }: PatchRule, patches: number): TokenRange {
  const tokens = Math.ceil((patches * Math.round(factor * 100)) / 100);
  return factor === 1 ? exactly(tokens) : { low: tokens - 1, likely: tokens, high: tokens + 1 };
}
