import { countPieces, makeCaches } from './count';
import { encodePieces } from './encode';
import { allocate } from './memory';
import { chooseMerge } from './merge';
import { pieceEnds, scan } from './scan';
import { text } from './text';
import { unpack } from './vocabulary';

export { placeMachine } from './scan';
export { textRoom } from './text';
export { beginUnpacking as begin, firstRecord } from './vocabulary';

/** Unpacks the vocabulary laid where `begin` said; 0 when it is damaged or too large. */
export function open(literalBytes: u32, pairs: u32, wholePieces: bool, backtracks: bool): bool {
  chooseMerge(backtracks);
  if (!unpack(literalBytes, pairs, wholePieces)) return false;
  makeCaches();
  return true;
}

let stop: usize = 0;
let rankRoom: usize = 0;
let rankRoomBytes: u32 = 0;

/** Where in the text the last call stopped. */
export function stopped(): u32 {
  return <u32>(stop - text());
}

/** Tokens of the pieces that are decided in `[start, end)` of the text. */
export function count(start: u32, end: u32, isLast: bool): u32 {
  let at = text() + start;
  let total: u32 = 0;
  let pieces: u32;
  do {
    pieces = scan(at, text() + end, isLast);
    total += countPieces(at, pieceEnds, pieces);
    if (pieces) at = load<u32>(pieceEnds + (<usize>pieces << 2) - 4);
  } while (pieces);
  stop = at;
  return total;
}

/** Writes the ranks of their tokens to {@link ranks}, and returns how many there are. */
export function encode(start: u32, end: u32, isLast: bool): u32 {
  let at = text() + start;
  let to = rankRoom;
  let pieces: u32;
  do {
    pieces = scan(at, text() + end, isLast);
    if (pieces && to === rankRoom) {
      makeRankRoom(end - start); // not for a piece whose end is not in sight
      to = rankRoom;
    }
    to = encodePieces(at, pieceEnds, pieces, to);
    if (pieces) at = load<u32>(pieceEnds + (<usize>pieces << 2) - 4);
  } while (pieces);
  stop = at;
  return <u32>((to - rankRoom) >> 2);
}

/** Room for a rank a byte, and one. */
function makeRankRoom(bytes: u32): void {
  if (bytes <= rankRoomBytes) return;
  rankRoomBytes = bytes + (bytes >> 1);
  rankRoom = allocate(4 * (<usize>rankRoomBytes + 1));
}

export function ranks(): usize {
  return rankRoom;
}
