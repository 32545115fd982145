import type { GridRule } from '../../models/index.js';
import { exactly, type Reasoned } from './ranges.js';
import { inPixels, type Size, squares } from './size.js';

/**
 * Anthropic's grid: one token for each square of `side`, after making the image as large as its limits allow.
 *
 * @param rule - The limits of a model.
 * @param size - Of the image, as sent.
 *
 * @returns For 1920 × 1080 px within 1568 px and 1,568 tokens: 52 × 30 = 1,560, as 1456 × 819 px.
 */
export function gridTokens(rule: GridRule, size: Size): Reasoned {
  const fit = fitted(rule, size);
  const [across, down] = squares(fit, rule.side);
  const as = fit.width === size.width && fit.height === size.height ? '' : `, as ${inPixels(fit)}`;
  return { tokens: exactly(across * down), how: `${across} × ${down} squares of ${rule.side} px${as}` };
}

/**
 * The largest size of the same shape that fits, as Anthropic resizes: the long side is the largest whole number that fits, the
 * short side follows, halves to even.
 *
 * @param rule - The limits.
 * @param size - Of the image, as sent.
 */
export function fitted(rule: GridRule, size: Size): Size {
  if (fits(rule, size)) return size;
  const wide = size.width >= size.height;
  const [long, ratio] = wide
    ? [size.width, size.width / size.height]
    : [size.height, size.height / size.width];
  const ofLong = (side: number): Size => {
    const short = Math.max(1, halfEven(side / ratio));
    return wide ? { width: side, height: short } : { width: short, height: side };
  };
  let [good, bad] = [1, long];
  while (good + 1 < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(rule, ofLong(middle))) good = middle;
    else bad = middle;
  }
  return ofLong(good);
}

// The edge holds the padded image: a side counts as the whole squares that cover it.
function fits({ side, edge, budget }: GridRule, size: Size): boolean {
  const [across, down] = squares(size, side);
  return across * side <= edge && down * side <= edge && across * down <= budget;
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
