import { allocate } from './memory';
import { joined, NONE } from './merge-linear';
import { parts, prepare, tokens } from './scratch';
import { pairToken } from './vocabulary';

let heap: usize = 0; // entries of eight bytes: the token a pair would make above, its position below
let heapRoom: u32 = 0;
let size: usize = 0; // in bytes
let links: usize = 0; // a word a position: the next part; then a word a position: the one before

/**
 * Merges with a heap of pairs: O(n log n) for any vocabulary and any input.
 *
 * Parts are a linked list of positions; a heap entry whose pair has changed since is skipped when it comes up.
 */
export function mergeHeap(start: usize, length: u32): u32 {
  prepare(length);
  if (length > heapRoom) {
    heapRoom = 2 * length;
    heap = allocate(24 * <usize>heapRoom); // each merge removes a part and adds at most two entries
    links = allocate(8 * <usize>heapRoom);
  }
  const pairs = tokens;
  const next = links;
  const before = links + 4 * <usize>heapRoom;
  size = 0;
  for (let i: u32 = 0; i < length; i++) {
    const at = (<usize>i) << 2;
    store<u32>(next + at, i + 1);
    store<u32>(before + at, i - 1);
    const token = i + 1 < length ? <u32>pairToken(start + i) : 0;
    store<u32>(pairs + at, token ? token : NONE);
    push(token ? token : NONE, i);
  }
  while (size > 0) {
    const entry = pop();
    const left = <u32>entry;
    const leftAt = (<usize>left) << 2;
    if (load<u32>(pairs + leftAt) !== <u32>(entry >> 32)) continue;
    const right = load<u32>(next + leftAt);
    const after = load<u32>(next + ((<usize>right) << 2));
    store<u32>(next + leftAt, after);
    store<u32>(pairs + ((<usize>right) << 2), NONE);
    let token = NONE;
    if (after < length) {
      store<u32>(before + ((<usize>after) << 2), left);
      token = joined(start + left, start + load<u32>(next + ((<usize>after) << 2)));
    }
    store<u32>(pairs + leftAt, token);
    push(token, left);
    if (left > 0) {
      const earlier = load<u32>(before + leftAt);
      token = joined(start + earlier, start + after);
      store<u32>(pairs + ((<usize>earlier) << 2), token);
      push(token, earlier);
    }
  }
  let count: u32 = 0;
  for (let i: u32 = 0; i < length; i = load<u32>(next + ((<usize>i) << 2))) {
    store<u32>(parts + ((<usize>count) << 2), <u32>start + i);
    count++;
  }
  store<u32>(parts + ((<usize>count) << 2), <u32>start + length);
  return count;
}

function push(token: u32, position: u32): void {
  if (token === NONE) return;
  const entry = ((<u64>token) << 32) | <u64>position;
  let at = size;
  size += 8;
  while (at > 0) {
    const parent = ((at - 8) >> 1) & ~7;
    const above = load<u64>(heap + parent);
    if (above <= entry) break;
    store<u64>(heap + at, above);
    at = parent;
  }
  store<u64>(heap + at, entry);
}

function pop(): u64 {
  const least = load<u64>(heap);
  size -= 8;
  const last = load<u64>(heap + size);
  let at: usize = 0;
  while (true) {
    let child: usize = 2 * at + 8;
    if (child >= size) break;
    if (child + 8 < size && load<u64>(heap + child + 8) < load<u64>(heap + child)) child += 8;
    const entry = load<u64>(heap + child);
    if (last <= entry) break;
    store<u64>(heap + at, entry);
    at = child;
  }
  store<u64>(heap + at, last);
  return least;
}
