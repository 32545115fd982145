import { allocate } from './memory';
import { find, pairToken } from './vocabulary';

/** Stands where no merge is possible: above every record. */
export const NONE: u32 = 0xffffffff;

const LONGEST: u32 = 96; // bytes of the pieces that come here

let room: usize = 0; // LONGEST and two words for the tokens of pairs, then as many for where parts begin

/** The token that merging `[start, end)` would make, or {@link NONE}. */
export function joined(start: usize, end: usize): u32 {
  const token = <u32>find(start, <u32>(end - start));
  return token ? token : NONE;
}

/**
 * Merges by looking for the lowest rank among all pairs, again after each merge; returns how many tokens there are.
 *
 * Work grows with the square of the length, and is the least of all methods for the short pieces that text is made of.
 *
 * @param to - As for `merge`.
 */
export function mergeLinear(start: usize, length: u32, to: usize): u32 {
  if (room === 0) room = allocate(8 * <usize>(LONGEST + 2));
  const pairs = room;
  const begins = to ? to : room + 4 * <usize>(LONGEST + 2);
  let count = length;
  let lowest: u32 = NONE;
  let at: usize = 0; // address of the lowest pair's part
  const last = <usize>(length - 1);
  for (let i: usize = 0; i < last; i++) {
    store<u32>(begins + (i << 2), <u32>(start + i));
    const token = <u32>pairToken(start + i);
    const rank = token ? token : NONE;
    store<u32>(pairs + (i << 2), rank);
    if (rank < lowest) {
      lowest = rank;
      at = i;
    }
  }
  store<u32>(begins + (last << 2), <u32>(start + last));
  store<u32>(begins + (last << 2) + 4, <u32>(start + length));
  store<u32>(pairs + (last << 2), NONE);
  while (lowest !== NONE) {
    count--;
    const end = (<usize>count) << 2;
    for (let i = (at + 1) << 2; i < end; i += 4) {
      store<u32>(begins + i, load<u32>(begins + i + 4));
      store<u32>(pairs + i, load<u32>(pairs + i + 4));
    }
    store<u32>(begins + end, <u32>(start + length));
    const pair = pairs + (at << 2);
    const begin = begins + (at << 2);
    store<u32>(pair, at + 1 < <usize>count ? joined(load<u32>(begin), load<u32>(begin + 8)) : NONE);
    if (at > 0) store<u32>(pair - 4, joined(load<u32>(begin - 4), load<u32>(begin + 4)));
    lowest = NONE;
    const stop = (<usize>count - 1) << 2;
    for (let i: usize = 0; i < stop; i += 4) {
      const rank = load<u32>(pairs + i);
      if (rank < lowest) {
        lowest = rank;
        at = i >> 2;
      }
    }
  }
  return count;
}
