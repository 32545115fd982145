import { longestToken } from './longest-token';
import { allocate } from './memory';
import { dead, parts, prepare, tokens } from './scratch';
import { find, leftOf, lengthOf, pairToken, rightOf } from './vocabulary';

const CACHE_BITS: u32 = 13;
const PATIENCE: u32 = 2; // tokens tried for each byte won, above which the heap is quicker
const FIRST_TRIES: u32 = 4096;

let cache: usize = 0; // left token, right token, answer: what canMeet found

/**
 * Whether byte-pair merging can leave two tokens side by side.
 *
 * It undoes the merges that made the two, the latest first, and asks at each step whether the halves that then touch would have
 * merged with each other before.
 *
 * @param middle - Where the left token ends and the right one begins.
 */
function canMeet(middle: usize, left: usize, right: usize): bool {
  const slot =
    cache +
    12 * <usize>((((<u32>left * 0x9e3779b1) ^ (<u32>right * 0x85ebca77)) as u32) >> (32 - CACHE_BITS));
  if (load<u32>(slot) === <u32>left && load<u32>(slot, 4) === <u32>right) return <bool>load<u32>(slot, 8);
  const answer = undo(middle, left, right);
  store<u32>(slot, <u32>left);
  store<u32>(slot, <u32>right, 4);
  store<u32>(slot, <u32>answer, 8);
  return answer;
}

function undo(middle: usize, left: usize, right: usize): bool {
  let start = middle - lengthOf(left);
  let length = lengthOf(left) + lengthOf(right);
  let limit: usize = 0xffffffff;
  while (true) {
    const joined = length === 2 ? pairToken(start) : find(start, length);
    if (joined && joined < limit) return false;
    // The token of higher rank was merged later, so it is undone first; a tie counts the left one as earlier.
    if (rightOf(left) && (left > right || !leftOf(right))) {
      limit = left;
      left = rightOf(left);
      start = middle - lengthOf(left);
    } else if (leftOf(right)) {
      limit = right + 1;
      right = leftOf(right);
    } else {
      return true;
    }
    length = lengthOf(left) + lengthOf(right);
  }
}

/**
 * Merges in linear time: the longest token at each position that byte-pair merging could leave beside the one before it.
 *
 * From left to right it takes the longest token; where that could not stand next to its left neighbour, the next shorter one; where
 * none can, it goes back a token and marks the position as a dead end, so that no position is tried twice. Exact for vocabularies in
 * which every token is what merging makes of its own bytes; shown by the authors of the Rust crate `bpe` (github/rust-gems). Returns 0
 * where it gives up: where tokens overlap in so many ways that the heap is quicker, as in a long run of one sign.
 */
export function mergeBacktracking(start: usize, length: u32): u32 {
  if (cache === 0) cache = allocate(12 << CACHE_BITS);
  prepare(length);
  memory.fill(dead, 0, length + 1);
  const end = start + length;
  const begins = parts;
  const taken = tokens;
  let count: usize = 0; // in bytes of the two arrays
  let at = start;
  let token = longestToken(at, length);
  let previous: usize = 0;
  let tries: u32 = 0;
  while (at < end) {
    if (++tries > FIRST_TRIES + PATIENCE * <u32>(at - start)) return 0;
    const stop = at + lengthOf(token);
    if (!load<u8>(dead + (stop - start)) && (previous === 0 || canMeet(at, previous, token))) {
      store<u32>(begins + count, <u32>at);
      store<u32>(taken + count, <u32>token);
      count += 4;
      previous = token;
      at = stop;
      if (at < end) token = longestToken(at, <u32>(end - at));
      continue;
    }
    token = longestToken(at, lengthOf(token) - 1);
    if (token === 0) {
      store<u8>(dead + (at - start), 1);
      count -= 4;
      at = load<u32>(begins + count);
      token = load<u32>(taken + count);
      previous = count ? <usize>load<u32>(taken + count - 4) : 0;
    }
  }
  store<u32>(begins + count, <u32>end);
  return <u32>(count >> 2);
}
