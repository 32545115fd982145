import { mergeBacktracking } from './merge-backtracking';
import { mergeHeap } from './merge-heap';
import { mergeLinear } from './merge-linear';

const LINEAR_BEFORE_BACKTRACKING: u32 = 24; // bytes up to which the linear merge was measured to be quicker
const LINEAR_BEFORE_HEAP: u32 = 96;

let backtracks: bool = false;

/** @param exact - Whether the backtracking merge is exact for the vocabulary. */
export function chooseMerge(exact: bool): void {
  backtracks = exact;
}

/** Merges a piece by the method that is quickest for its length and exact for the vocabulary; returns how many tokens there are. */
export function merge(start: usize, length: u32): u32 {
  if (length <= (backtracks ? LINEAR_BEFORE_BACKTRACKING : LINEAR_BEFORE_HEAP))
    return mergeLinear(start, length);
  const count = backtracks ? mergeBacktracking(start, length) : 0;
  return count ? count : mergeHeap(start, length);
}
