import { allocate } from './memory';

let room: u32 = 0;

/** Where each token of the last merge begins, and where the last one ends: a word each. */
export let parts: usize = 0;
/** A word a part: its token, or the token it would make with the next one. */
export let tokens: usize = 0;
/** A byte a position: no tokens lead from here to the end of the piece. */
export let dead: usize = 0;

/** Makes room for merging a span of that length. */
export function prepare(length: u32): void {
  if (length + 2 <= room) return;
  room = max<u32>(2 * length, 1024) + 2;
  parts = allocate(4 * <usize>room);
  tokens = allocate(4 * <usize>room);
  dead = allocate(room);
}
