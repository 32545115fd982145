import { allocate } from './memory';

const SMALLEST: u32 = 1 << 17;

let at: usize = 0;
let room: u32 = 0;

/** Where the text is written: room for so many bytes, beginning with what it held before. */
export function textRoom(bytes: u32): usize {
  if (bytes <= room) return at;
  const grown = max(SMALLEST, bytes + (bytes >> 1));
  const moved = allocate(grown);
  memory.copy(moved, at, room);
  at = moved;
  room = grown;
  return at;
}

/** Address of the text. */
export function text(): usize {
  return at;
}
