import { longestToken } from './longest-token';
import { allocate } from './memory';
import { find, leftOf, lengthOf, longestLength, pairToken, rightOf } from './vocabulary';

const CACHE_BITS: u32 = 13;
const PATIENCE: u32 = 2; // tokens tried for each byte won, above which the heap is quicker
const FIRST_TRIES: u32 = 4096;

const ROOM: u32 = 8192; // bytes of the piece that the arrays reach over
const KEPT: u32 = 4096; // of them, what can still be gone back over when room is made; with the longest token it must fit the room

let begins: usize = 0; // where each token taken begins, a word each
let taken: usize = 0; // the tokens, a word each
let dead: usize = 0; // a byte a position from `base` on: no tokens lead from here to the end of the piece
let base: usize = 0; // where the first of the tokens in the arrays begins
let count: usize = 0; // of the tokens in the arrays, in bytes of each

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
 *
 * What lies some thousands of bytes back is counted and forgotten, so that room and page faults do not grow with the piece. Where the
 * way back leads past that, it gives up too.
 *
 * @param to - As for `merge`.
 */
export function mergeBacktracking(start: usize, length: u32, to: usize): u32 {
  if (cache === 0) makeRoom();
  memory.fill(dead, 0, min(length, ROOM) + 1);
  const end = start + length;
  const full = ROOM - longestLength();
  let settled: usize = 0; // tokens forgotten, in bytes of the arrays
  let beside: usize = 0; // the last of them
  let at = start;
  base = start;
  count = 0;
  let token = longestToken(at, length);
  let previous: usize = 0; // the token on the left of `at`
  let tries: u32 = 0;
  while (at < end) {
    if (++tries > FIRST_TRIES + PATIENCE * <u32>(at - start)) return 0;
    const stop = at + lengthOf(token);
    if (!load<u8>(dead + (stop - base)) && (previous === 0 || canMeet(at, previous, token))) {
      store<u32>(begins + count, <u32>at);
      store<u32>(taken + count, <u32>token);
      count += 4;
      previous = token;
      at = stop;
      if (<u32>(at - base) > full && at < end) {
        const older = olderTokens(at);
        if (to) memory.copy(to + settled, begins, older);
        settled += older;
        beside = load<u32>(taken + older - 4);
        forget(older, at);
      }
      if (at < end) token = longestToken(at, <u32>(end - at));
      continue;
    }
    token = longestToken(at, lengthOf(token) - 1);
    if (token === 0) {
      store<u8>(dead + (at - base), 1);
      if (count === 0) return 0;
      count -= 4;
      at = load<u32>(begins + count);
      token = load<u32>(taken + count);
      previous = count ? <usize>load<u32>(taken + count - 4) : beside;
    }
  }
  if (to) {
    memory.copy(to + settled, begins, count);
    store<u32>(to + settled + count, <u32>end);
  }
  return <u32>((settled + count) >> 2);
}

function makeRoom(): void {
  cache = allocate(12 << CACHE_BITS);
  begins = allocate(4 * <usize>ROOM);
  taken = allocate(4 * <usize>ROOM);
  dead = allocate(<usize>ROOM + 1);
}

/** How many of the tokens begin further back than is kept, in bytes of the arrays; one at least. */
function olderTokens(at: usize): usize {
  let older: usize = 4;
  while (older < count && <u32>at - load<u32>(begins + older) > KEPT) older += 4;
  return older;
}

/** Forgets the oldest tokens; the others move to the front of the room. */
function forget(older: usize, at: usize): void {
  const moved = (older < count ? <usize>load<u32>(begins + older) : at) - base;
  base += moved;
  count -= older;
  memory.copy(begins, begins + older, count);
  memory.copy(taken, taken + older, count);
  memory.copy(dead, dead + moved, <usize>ROOM + 1 - moved);
  memory.fill(dead + <usize>ROOM + 1 - moved, 0, moved);
}
