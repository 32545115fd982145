import { nextBarrier } from './barriers';
import {
  COUNT_SHIFT,
  hashLong,
  hashMedium,
  hashShort,
  KEY,
  LENGTH_SHIFT,
  MEDIUM,
  SHORT,
  same,
  word,
} from './hash';
import { allocateCache } from './memory';
import { merge } from './merge';
import { findLong, findShort, isMerged, isWhole } from './vocabulary';

const SHORT_BITS: u32 = 15; // entries of 16 bytes: 512 kB
const MEDIUM_BITS: u32 = 14; // pairs of entries of 32 bytes: 1 MB
const LONG_BITS: u32 = 14; // entries of 16 bytes: 256 kB
const LONGEST_CACHED: u32 = 1024;
const ARENA: u32 = 1 << 20;
const PART: u32 = 64; // added to the length of a part of a piece, for which another answer may be right than for a whole one

let short: usize = 0; // two words: the bytes, and in the last one's top the length and the number of tokens
let medium: usize = 0; // four words, likewise
let long: usize = 0; // hash, length and number of tokens in half a word each, and where in the arena (two words)
let arena: usize = 0; // a ring: the bytes of the latest long pieces
let written: u64 = ARENA; // bytes written into the arena, and what was skipped at its end

/** Makes the caches; must come before counting. */
export function makeCaches(): void {
  medium = allocateCache(64 << MEDIUM_BITS); // the large ones first: they use given room best
  arena = allocateCache(ARENA);
  short = allocateCache(16 << SHORT_BITS);
  long = allocateCache(16 << LONG_BITS);
}

/** Tokens of the pieces that begin at `at` and end at the `pieces` addresses that `ends` holds. */
export function countPieces(at: usize, ends: usize, pieces: u32): u32 {
  let total: u32 = 0;
  const stop = ends + ((<usize>pieces) << 2);
  for (; ends < stop; ends += 4) {
    const end = <usize>load<u32>(ends);
    const length = <u32>(end - at);
    total +=
      length <= SHORT
        ? countShort(at, length, 0)
        : length <= MEDIUM
          ? countMedium(at, length, 0)
          : countLong(at, length);
    at = end;
  }
  return total;
}

/** @param part - {@link PART} where the span is a part of a piece, 0 where it is a whole one. */
function countShort(at: usize, length: u32, part: u32): u32 {
  const a = word(at, <i32>length);
  const b = word(at + 8, <i32>length - 8);
  const hash = hashShort(a, b, length);
  const entry = short + (<usize>((hash + part) & ((1 << SHORT_BITS) - 1)) << 4);
  const key = b | (<u64>(length + part) << LENGTH_SHIFT);
  const known = load<u64>(entry, 8);
  if (load<u64>(entry) === a && (known & KEY) === key) return <u32>(known >> COUNT_SHIFT) & 0xff;
  const count = countAnew(at, length, findShort(a, b, length, hash), part);
  store<u64>(entry, a);
  store<u64>(entry, key | (<u64>count << COUNT_SHIFT), 8);
  return count;
}

function countMedium(at: usize, length: u32, part: u32): u32 {
  const a = load<u64>(at);
  const b = word(at + 8, <i32>length - 8);
  const c = word(at + 16, <i32>length - 16);
  const d = word(at + 24, <i32>length - 24);
  const hash = hashMedium(a, b, c, d, length);
  const entry = medium + (<usize>((hash + part) & ((1 << MEDIUM_BITS) - 1)) << 6);
  const key = d | (<u64>(length + part) << LENGTH_SHIFT);
  for (let way: usize = 0; way < 64; way += 32) {
    const known = load<u64>(entry + way, 24);
    if (
      (known & KEY) === key &&
      load<u64>(entry + way) === a &&
      load<u64>(entry + way, 8) === b &&
      load<u64>(entry + way, 16) === c
    ) {
      return <u32>(known >> COUNT_SHIFT) & 0xff;
    }
  }
  const count = countAnew(at, length, findLong(at, length, hash), part);
  memory.copy(entry + 32, entry, 32);
  store<u64>(entry, a);
  store<u64>(entry, b, 8);
  store<u64>(entry, c, 16);
  store<u64>(entry, key | (<u64>count << COUNT_SHIFT), 24);
  return count;
}

function countLong(at: usize, length: u32): u32 {
  const hash = hashLong(at, length);
  if (length > LONGEST_CACHED) return countAnew(at, length, findLong(at, length, hash), 0);
  const entry = long + (<usize>(hash & ((1 << LONG_BITS) - 1)) << 4);
  const kept = load<u64>(entry, 8);
  if (
    load<u32>(entry) === hash &&
    load<u16>(entry, 4) === length &&
    kept + ARENA >= written && // or else it has been overwritten
    same(at, arena + (<u32>kept & (ARENA - 1)), length)
  ) {
    return load<u16>(entry, 6);
  }
  const count = countAnew(at, length, findLong(at, length, hash), 0);
  if ((<u32>written & (ARENA - 1)) + length > ARENA) written = (written | (ARENA - 1)) + 1;
  memory.copy(arena + (<u32>written & (ARENA - 1)), at, length);
  store<u32>(entry, hash);
  store<u16>(entry, <u16>length, 4);
  store<u16>(entry, <u16>count, 6);
  store<u64>(entry, written, 8);
  written += length;
  return count;
}

/** @param token - The token that the span is, or 0. */
function countAnew(at: usize, length: u32, token: usize, part: u32): u32 {
  if (token && (part ? isMerged(token) : isWhole(token))) return 1;
  if (part || (length <= LONGEST_CACHED && !isChinese(at, length))) return merge(at, length, 0);
  const end = at + length;
  let count: u32 = 0;
  for (let from = at; from < end; ) {
    const next = nextBarrier(at, from, end);
    count += countPart(from, <u32>(next - from));
    from = next;
  }
  return count;
}

/** Tokens of the part of a piece between two barriers. */
function countPart(at: usize, length: u32): u32 {
  if (length <= SHORT) return countShort(at, length, PART);
  if (length <= MEDIUM) return countMedium(at, length, PART);
  return countAnew(at, length, findLong(at, length, hashLong(at, length)), PART);
}

/** Whether a character in the middle of the span looks Chinese: U+4000-9FFF begin with the bytes E4 to E9. */
function isChinese(at: usize, length: u32): bool {
  const middle = at + (length >> 1);
  for (let p = middle; p > middle - 3; p--) {
    const byte = load<u8>(p);
    if (byte >= 0xe4 && byte <= 0xe9) return true;
  }
  return false;
}
