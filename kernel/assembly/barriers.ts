import { allocate } from './memory';
import { bytesOf, endOfRecords, firstRecord, lengthOf, nextRecord, pairToken } from './vocabulary';

const TRIPLE_BITS: u32 = 20;
const QUAD_BITS: u32 = 22;

// Bit sets of the byte sequences that occur inside tokens. They are hashed and so err on the safe side: a barrier may be missed,
// never invented.
let heads: usize = 0; // first three bytes of tokens of three and more
let tails: usize = 0; // last three bytes of the same
let quads: usize = 0; // every four bytes within a token

function tripleHash(at: usize): u32 {
  return (((load<u32>(at) & 0xffffff) * 0x9e3779b1) as u32) >> (32 - TRIPLE_BITS);
}

function quadHash(at: usize): u32 {
  return ((load<u32>(at) * 0x9e3779b1) as u32) >> (32 - QUAD_BITS);
}

function set(bits: usize, bit: u32): void {
  const cell = bits + ((<usize>(bit >> 5)) << 2);
  store<u32>(cell, load<u32>(cell) | (1 << (bit & 31)));
}

function has(bits: usize, bit: u32): bool {
  return <bool>((load<u32>(bits + ((<usize>(bit >> 5)) << 2)) >> (bit & 31)) & 1);
}

function build(): void {
  heads = allocate(1 << (TRIPLE_BITS - 3));
  tails = allocate(1 << (TRIPLE_BITS - 3));
  quads = allocate(1 << (QUAD_BITS - 3));
  for (let token = firstRecord(); token < endOfRecords(); token = nextRecord(token)) {
    const length = lengthOf(token);
    if (length < 3) continue;
    const start = bytesOf(token);
    set(heads, tripleHash(start));
    set(tails, tripleHash(start + length - 3));
    for (let at = start; at + 4 <= start + length; at++) set(quads, quadHash(at));
  }
}

/**
 * The first place after `from` in the piece `[start, end)` that no token spans, or `end`: merging works on either side of one as if
 * the other were not there.
 *
 * Chinese has them after most characters, so that a sentence without a space falls into short, often repeated parts.
 */
export function nextBarrier(start: usize, from: usize, end: usize): usize {
  if (heads === 0) build();
  for (let at = from + 1; at < end; at++) {
    if (pairToken(at - 1)) continue;
    const more = at + 1 < end;
    if (more && has(heads, tripleHash(at - 1))) continue;
    if (at - 2 >= start) {
      if (has(tails, tripleHash(at - 2))) continue;
      if (more && has(quads, quadHash(at - 2))) continue;
    }
    return at;
  }
  return end;
}
