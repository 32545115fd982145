import { allocate, extend } from './memory';

const SMALLEST: u32 = 1 << 17;

let at: usize = 0;
let room: u32 = 0;

/**
 * Where the text is written: room for so many bytes, beginning with what it held before.
 *
 * Tables made for the first long piece may come to stand behind it; then it moves once, and from there on grows where it stands.
 */
export function textRoom(bytes: u32): usize {
  if (bytes <= room) return at;
  const grown = max(SMALLEST, bytes + (bytes >> 1));
  if (!extend(at, room, grown)) {
    const moved = allocate(grown);
    memory.copy(moved, at, room);
    at = moved;
  }
  room = grown;
  return at;
}

/** Address of the text. */
export function text(): usize {
  return at;
}
