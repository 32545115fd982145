import { allocate } from './memory';
import { NONE } from './merge-linear';

let heap: usize = 0; // entries of eight bytes: the token a pair would make above, its position below
let size: usize = 0; // in bytes

/** Room for so many entries; what the heap held is lost. */
export function makeHeap(entries: u32): void {
  heap = allocate(8 * <usize>entries);
}

export function emptyHeap(): void {
  size = 0;
}

/** Whether the heap holds no entry. */
export function isEmpty(): bool {
  return size === 0;
}

/** Adds the pair at a position, unless it makes no token. */
export function push(token: u32, position: u32): void {
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

/** Takes out the pair of the lowest rank, of several the leftmost: its token above, its position below. */
export function pop(): u64 {
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
