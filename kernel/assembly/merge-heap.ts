import { lowestJoining } from './longest-token';
import { allocate } from './memory';
import { joined, NONE } from './merge-linear';
import { emptyHeap, isEmpty, makeHeap, pop, push } from './pair-heap';
import { pairToken } from './vocabulary';

// Parts are a linked list of offsets from the start of the span. By offset, a word each: the token that the pair which begins there
// would make, the next part, the one before.
let pairs: usize = 0;
let nexts: usize = 0;
let befores: usize = 0;
let room: u32 = 0;

function pairAt(part: u32): u32 {
  return load<u32>(pairs + ((<usize>part) << 2));
}
function setPair(part: u32, token: u32): void {
  store<u32>(pairs + ((<usize>part) << 2), token);
}
/** The offset of the part behind the given one. */
export function nextPart(part: u32): u32 {
  return load<u32>(nexts + ((<usize>part) << 2));
}
function setNext(part: u32, next: u32): void {
  store<u32>(nexts + ((<usize>part) << 2), next);
}
function partBefore(part: u32): u32 {
  return load<u32>(befores + ((<usize>part) << 2));
}
function setBefore(part: u32, before: u32): void {
  store<u32>(befores + ((<usize>part) << 2), before);
}

function prepare(length: u32): void {
  if (length <= room) return;
  room = length;
  makeHeap(3 * length); // each merge removes a part and adds at most two entries
  pairs = allocate(4 * <usize>length);
  nexts = allocate(4 * <usize>length);
  befores = allocate(4 * <usize>length);
}

/**
 * Merges the beginning of a piece with a heap of pairs, and returns how much of it is certain: up to that offset the parts, which
 * {@link nextPart} leads along, are tokens of the whole piece.
 *
 * Merging takes the pair of the lowest rank in the whole piece, of several the leftmost. What it does left of a *frontier* does not depend on
 * what is right of it until it merges across. That makes a token which begins with the last part on the left, and the text, known on
 * both sides, says which tokens there are. The lowest of them is a *bound*: while the lowest pair on the left does not rank above it,
 * that pair comes first. Otherwise the last part is no longer certain: the frontier moves to where it begins, and what is left of
 * it is still as it is in the whole piece. At the end no pair is left, and the frontier moves while there is any such token.
 * Nothing here supposes that ranks rise from merge to merge.
 *
 * @param span - How much to merge; the frontier begins at its end.
 * @param length - Bytes of the piece.
 */
export function mergeHeap(start: usize, span: u32, length: u32): u32 {
  prepare(span);
  emptyHeap();
  for (let i: u32 = 0; i < span; i++) {
    setNext(i, i + 1);
    setBefore(i, i - 1);
    const token = i + 1 < span ? joinedPair(start + i) : NONE;
    setPair(i, token);
    push(token, i);
  }
  let frontier = span;
  let last = span - 1;
  let least: u32 = 1; // bytes of the part that begins at the frontier: it may have grown
  let bound = boundOf(start, last, frontier, least, length);
  while (true) {
    const entry = isEmpty() ? <u64>NONE << 32 : pop();
    const left = <u32>entry;
    const token = <u32>(entry >> 32);
    if (token !== NONE && pairAt(left) !== token) continue; // the pair has changed since
    while (bound < token) {
      const end = frontier;
      frontier = last;
      if (frontier === 0) return 0;
      last = partBefore(frontier);
      setPair(last, NONE);
      least = end - frontier;
      bound = boundOf(start, last, frontier, least, length);
    }
    if (token === NONE) return frontier;
    if (left >= last) continue;
    const right = nextPart(left);
    const after = nextPart(right);
    setNext(left, after);
    setPair(right, NONE);
    if (after < frontier) {
      setBefore(after, left);
      join(start, left, nextPart(after));
    } else {
      setPair(left, NONE);
      last = left;
      bound = boundOf(start, last, frontier, least, length);
    }
    if (left > 0) join(start, partBefore(left), after);
  }
}

function boundOf(start: usize, last: u32, frontier: u32, least: u32, length: u32): u32 {
  return <u32>lowestJoining(start + last, start + frontier, least, length - last);
}

function joinedPair(at: usize): u32 {
  const token = <u32>pairToken(at);
  return token ? token : NONE;
}

/** Notes the pair from one offset to another. */
function join(start: usize, from: u32, to: u32): void {
  const token = joined(start + from, start + to);
  setPair(from, token);
  push(token, from);
}
