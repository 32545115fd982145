/** Where the next block begins. Blocks live as long as the instance. */
let top: usize = 0;

const BEHIND: usize = 16; // readable bytes behind each block

/** A block of zeros, aligned to 16 bytes, with at least 16 readable bytes behind it. */
export function allocate(bytes: usize): usize {
  if (top === 0) top = __heap_base;
  const at = (top + 15) & ~15;
  raise(at + bytes + BEHIND);
  return at;
}

/** Makes a block longer where it stands; false where another one stands behind it. */
export function extend(at: usize, bytes: usize, longer: usize): bool {
  if (at + bytes + BEHIND !== top) return false;
  raise(at + longer + BEHIND);
  return true;
}

function raise(to: usize): void {
  top = to;
  const missing = <i32>((top + 0xffff) >> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
}

// Unpacking needs room that counting does not: the caches take it over.
let given: usize = 0;
let givenEnd: usize = 0;

/** Gives a block, no longer needed, to {@link allocateCache}. */
export function giveToCaches(at: usize, bytes: usize): void {
  memory.fill(at, 0, bytes);
  given = at;
  givenEnd = at + bytes;
}

/** A block of zeros for a cache. */
export function allocateCache(bytes: usize): usize {
  if (given + bytes > givenEnd) return allocate(bytes);
  const at = given;
  given += bytes;
  return at;
}
