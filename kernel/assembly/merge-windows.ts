import { mergeHeap, nextPart } from './merge-heap';

const WINDOW: u32 = 8192; // bytes merged at a time: their heap and links stay in a core's second-level cache

/**
 * Merges a piece of any length with a heap, a window at a time: O(n) for any vocabulary, in room that does not grow with the piece.
 *
 * What is certain of a window is settled, and the next one begins behind it, for between two tokens of the result the sides do not
 * depend on each other. Where little is certain (tokens that fit everywhere and are never made) the window is doubled, in the
 * worst case up to the whole piece.
 *
 * @param to - As for `merge`.
 */
export function mergeWindows(start: usize, length: u32, to: usize): u32 {
  let count: u32 = 0;
  let window = WINDOW;
  while (length) {
    const span = min(window, length);
    const certain = mergeHeap(start, span, length);
    if (span < length && certain < span >> 2) {
      window *= 2;
      continue;
    }
    for (let part: u32 = 0; part < certain; part = nextPart(part)) {
      if (to) store<u32>(to + ((<usize>count) << 2), <u32>start + part);
      count++;
    }
    start += certain;
    length -= certain;
    window = WINDOW;
  }
  if (to) store<u32>(to + ((<usize>count) << 2), <u32>start);
  return count;
}
