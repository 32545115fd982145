import { allocate } from './memory';
import {
  bytesOf,
  endOfRecords,
  find,
  firstRecord,
  leftOf,
  lengthOf,
  longestLength,
  nextRecord,
  pairToken,
  singleToken,
} from './vocabulary';

const SHORT_BITS: u32 = 16;
const LONG_BITS: u32 = 17;
const FILTER_BITS: u32 = 20; // of the same hash as the table of six bytes, in finer steps
const CAPPED: u32 = 31; // the last bit of a mask stands for this length and every greater one

// For the hash of the first three (six) bytes: which lengths of token begin so, a bit for each length.
let shortMasks: usize = 0;
let longMasks: usize = 0;
let longFilter: usize = 0;
/** A byte a length: 1 where a token of that length of {@link CAPPED} bytes and more exists. */
let cappedLengths: usize = 0;

function shortHash(at: usize): usize {
  return (<usize>((<u32>(load<u32>(at) & 0xffffff) * 0x9e3779b1) >> (32 - SHORT_BITS))) << 2;
}

function longHash(at: usize): u32 {
  return (((load<u32>(at) & 0xffffff) * 0x9e3779b1) ^ (load<u32>(at + 2) * 0x85ebca77)) as u32;
}

function maskCell(hash: u32): usize {
  return longMasks + ((<usize>(hash >> (32 - LONG_BITS))) << 2);
}

function build(): void {
  shortMasks = allocate(4 << SHORT_BITS);
  longMasks = allocate(4 << LONG_BITS);
  longFilter = allocate(1 << (FILTER_BITS - 3));
  cappedLengths = allocate(2048);
  for (let token = firstRecord(); token < endOfRecords(); token = nextRecord(token)) {
    const length = lengthOf(token);
    const at = bytesOf(token);
    if (length >= 6) {
      const hash = longHash(at);
      const cell = maskCell(hash);
      store<u32>(cell, load<u32>(cell) | (1 << min(length, CAPPED)));
      const bit = hash >> (32 - FILTER_BITS);
      const word = longFilter + ((<usize>(bit >> 5)) << 2);
      store<u32>(word, load<u32>(word) | (1 << (bit & 31)));
      if (length >= CAPPED) store<u8>(cappedLengths + length, 1);
    } else if (length >= 3) {
      const cell = shortMasks + shortHash(at);
      store<u32>(cell, load<u32>(cell) | (1 << length));
    }
  }
}

/** The longest token at `at` that has at most `most` bytes, or 0. */
export function longestToken(at: usize, most: u32): usize {
  if (shortMasks === 0) build();
  if (most >= 6) {
    const hash = longHash(at);
    const bit = hash >> (32 - FILTER_BITS);
    if ((load<u32>(longFilter + ((<usize>(bit >> 5)) << 2)) >> (bit & 31)) & 1) {
      let mask = load<u32>(maskCell(hash));
      if (mask >> CAPPED && most >= CAPPED) {
        for (let length: u32 = min(most, longestLength()); length >= CAPPED; length--) {
          if (!load<u8>(cappedLengths + length)) continue;
          const token = find(at, length);
          if (token) return token;
        }
      }
      mask &= most >= CAPPED ? 0x7fffffff : (1 << (most + 1)) - 1;
      while (mask) {
        const length = 31 - <u32>clz<u32>(mask);
        const token = find(at, length);
        if (token) return token;
        mask &= ~(1 << length);
      }
    }
  }
  if (most >= 3) {
    let mask = load<u32>(shortMasks + shortHash(at));
    if (most < 6) mask &= (1 << (most + 1)) - 1;
    while (mask) {
      const length = 31 - <u32>clz<u32>(mask);
      const token = find(at, length);
      if (token) return token;
      mask &= ~(1 << length);
    }
  }
  if (most >= 2) {
    const token = pairToken(at);
    if (token) return token;
  }
  return most ? singleToken(<u32>load<u8>(at)) : 0;
}

// What `lowestJoining` is looking for: where the left half ends, the least length of the right one; and the lowest record so far.
let middle: usize = 0;
let shortest: u32 = 0;
let lowest: usize = 0;

/**
 * The record of the lowest rank among the tokens at `at` that a merge can make of a part which ends at `between` and one behind it of at
 * least `least` bytes; the highest address where there is none.
 *
 * @param most - The longest token to look at, in bytes.
 */
export function lowestJoining(at: usize, between: usize, least: u32, most: u32): usize {
  middle = between;
  shortest = <u32>(between - at) + least;
  lowest = 0xffffffff;
  if (most < shortest) return lowest;
  if (shortMasks === 0) build();
  if (shortest === 2) consider(at, 2);
  if (shortest < 6 && most >= 3) considerAll(at, load<u32>(shortMasks + shortHash(at)), most);
  if (most < 6) return lowest;
  const mask = load<u32>(maskCell(longHash(at)));
  considerAll(at, mask & ~(1 << CAPPED), most);
  if (mask >> CAPPED === 0) return lowest;
  const last = min(most, longestLength());
  for (let length = max(shortest, CAPPED); length <= last; length++) {
    if (load<u8>(cappedLengths + length)) consider(at, length);
  }
  return lowest;
}

/** Considers each length of the mask up to `most`. */
function considerAll(at: usize, mask: u32, most: u32): void {
  for (; mask; mask &= mask - 1) {
    const length = <u32>ctz<u32>(mask);
    if (length >= shortest && length <= most) consider(at, length);
  }
}

/** Merging makes a token of the same two halves wherever it makes it. */
function consider(at: usize, length: u32): void {
  const token = find(at, length);
  if (token === 0 || token >= lowest) return;
  const left = leftOf(token);
  if (left ? lengthOf(left) === <u32>(middle - at) : isPart(middle, length - <u32>(middle - at))) lowest = token;
}

function isPart(at: usize, length: u32): bool {
  return length === 1 || find(at, length) !== 0;
}
