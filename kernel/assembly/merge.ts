import { mergeBacktracking } from './merge-backtracking';
import { mergeLinear } from './merge-linear';
import { mergeWindows } from './merge-windows';

const LINEAR_BEFORE_BACKTRACKING: u32 = 24; // bytes up to which the linear merge was measured to be quicker
const LINEAR_BEFORE_HEAP: u32 = 96;

let backtracks: bool = false;

/** @param exact - Whether the backtracking merge is exact for the vocabulary. */
export function chooseMerge(exact: bool): void {
  backtracks = exact;
}

/**
 * Merges a piece by the method that is quickest for its length and exact for the vocabulary; returns how many tokens there are.
 *
 * @param to - Where to write the address at which each token begins, a word each, and where the last one ends; 0 to count only.
 */
export function merge(start: usize, length: u32, to: usize): u32 {
  if (length <= (backtracks ? LINEAR_BEFORE_BACKTRACKING : LINEAR_BEFORE_HEAP))
    return mergeLinear(start, length, to);
  const count = backtracks ? mergeBacktracking(start, length, to) : 0;
  return count ? count : mergeWindows(start, length, to);
}
