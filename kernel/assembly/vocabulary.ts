import { hashOf, hashShort, SHORT, same, word } from './hash';
import { allocate, giveToCaches } from './memory';

// A token is a *record*, named by its address: its length (eleven bits) and the number of its left half (0 for a token without a
// pair), the record of its right half, its bytes. Records are multiples of four and stand in rank order, so that of
// two addresses the lower one is the token that merges first.
const RIGHT: usize = 4;
const BYTES: usize = 8;

const FILTER_BITS: u32 = 21; // 256 kB, which stays in a core's second-level cache
const LENGTH_BITS: u32 = 11;
/** The longest token that a record can hold. */
const LONGEST: u32 = (1 << LENGTH_BITS) - 1;
const REF_BITS: u32 = 21; // of a record's number: its address in fours from `records`, and one; in a slot the rest repeats the hash

let records: usize = 0;
let recordsEnd: usize = 0;
let slots: usize = 0;
let slotMask: u32 = 0;
let filter: usize = 0;
let longest: u32 = 0;
/** Records of the two-byte tokens, by `first | second << 8`, and of the single bytes. */
let pairs: usize = 0;
let singles: usize = 0;
let wholePieces: bool = false;

export function firstRecord(): usize {
  return records;
}
export function endOfRecords(): usize {
  return recordsEnd;
}
/** Length in bytes of the longest token. */
export function longestLength(): u32 {
  return longest;
}
export function lengthOf(token: usize): u32 {
  return load<u32>(token) & LONGEST;
}
export function bytesOf(token: usize): usize {
  return token + BYTES;
}
export function leftOf(token: usize): usize {
  const number = load<u32>(token) >> LENGTH_BITS;
  return number ? records + ((<usize>(number - 1)) << 2) : 0;
}
export function rightOf(token: usize): usize {
  return load<u32>(token, RIGHT);
}
/** The record behind the one given. */
export function nextRecord(token: usize): usize {
  return token + BYTES + ((lengthOf(token) + 3) & ~3);
}
/** The token of two bytes, or 0. */
export function pairToken(at: usize): usize {
  return load<u32>(pairs + ((<usize>load<u16>(at)) << 2));
}
/** The token of one byte, or 0. */
export function singleToken(byte: u32): usize {
  return load<u32>(singles + ((<usize>byte) << 2));
}
/** Whether a whole piece that is this token counts as one: not where merging cannot reach it, unless the vocabulary says so. */
export function isWhole(token: usize): bool {
  return wholePieces || leftOf(token) !== 0 || lengthOf(token) === 1;
}
/** Whether merging reaches the token, so that it is one also within a piece. */
export function isMerged(token: usize): bool {
  return leftOf(token) !== 0 || lengthOf(token) === 1;
}

let unpacking: usize = 0; // four bytes a rank for `refs`, a byte a rank for `literal`, then the literals and planes
let unpackingBytes: usize = 0;
let size: u32 = 0;

/** Room to lay a vocabulary into: a byte a rank, 1 for a token without a pair, then its literals and planes. */
export function beginUnpacking(tokens: u32, packedBytes: u32): usize {
  size = tokens;
  unpackingBytes = 5 * <usize>tokens + packedBytes;
  unpacking = allocate(unpackingBytes);
  return unpacking + 4 * <usize>tokens;
}

/**
 * Unpacks the literals and planes of a compact vocabulary (tokenizers/README.md describes the bytes). Returns false when it is damaged, or larger than
 * records can say.
 *
 * @param pairCount - How many tokens have a pair.
 */
export function unpack(literalBytes: u32, pairCount: u32, whole: bool): bool {
  wholePieces = whole;
  const refs = unpacking;
  const literal = refs + 4 * <usize>size;
  const literals = literal + size;
  const planes = literals + literalBytes;
  const total = measure(literal, literals, planes, pairCount, refs);
  if (total === 0) return false;
  filter = allocate(1 << (FILTER_BITS - 3));
  pairs = allocate(4 << 16);
  singles = allocate(4 << 8);
  let slotCount: u32 = 1024;
  while (slotCount < size + (size >> 2)) slotCount *= 2;
  slotMask = slotCount - 1;
  slots = allocate(<usize>slotCount * 4);
  records = allocate(total);
  recordsEnd = records + total;
  spell(literal, literals, planes, pairCount, refs);
  fill();
  giveToCaches(unpacking, unpackingBytes);
  return true;
}

/** The rank whose three bytes stand at `at` in three planes, high byte first. */
function rankAt(at: usize, plane: u32): u32 {
  return ((<u32>load<u8>(at)) << 16) | ((<u32>load<u8>(at + plane)) << 8) | <u32>load<u8>(at + 2 * plane);
}

/** Writes where each record will begin, in fours from the first, with its length above; returns the size of all, 0 when damaged. */
function measure(
  literal: usize,
  literals: usize,
  planes: usize,
  pairCount: u32,
  refs: usize,
): u32 {
  let offset: u32 = 0;
  let pair = planes;
  for (let rank: u32 = 0; rank < size; rank++) {
    let length: u32;
    if (load<u8>(literal + rank)) {
      length = <u32>load<u8>(literals);
      literals += 1 + length;
    } else {
      const left = rankAt(pair, pairCount);
      const right = rankAt(pair + 3 * pairCount, pairCount);
      if (left >= rank || right >= rank) return 0;
      length = (load<u32>(refs + 4 * left) >>> REF_BITS) + (load<u32>(refs + 4 * right) >>> REF_BITS);
      pair++;
    }
    if (length === 0 || length > LONGEST) return 0;
    store<u32>(refs + 4 * rank, (length << REF_BITS) | (offset >> 2));
    offset += <u32>BYTES + ((length + 3) & ~3);
    if (offset >> (REF_BITS + 2)) return 0; // more than the numbers reach
    if (length > longest) longest = length;
  }
  return offset;
}

function spell(literal: usize, literals: usize, planes: usize, pairCount: u32, refs: usize): void {
  let at = records;
  let pair = planes;
  for (let rank: u32 = 0; rank < size; rank++) {
    let head: u32;
    if (load<u8>(literal + rank)) {
      head = <u32>load<u8>(literals++);
      for (let k: u32 = 0; k < head; k++) store<u8>(at + BYTES + k, load<u8>(literals++));
    } else {
      const left = records + ((<usize>(load<u32>(refs + 4 * rankAt(pair, pairCount)) & ((1 << REF_BITS) - 1))) << 2);
      const right =
        records + ((<usize>(load<u32>(refs + 4 * rankAt(pair + 3 * pairCount, pairCount)) & ((1 << REF_BITS) - 1))) << 2);
      pair++;
      const leftLength = lengthOf(left);
      head = ((<u32>((left - records) >> 2) + 1) << LENGTH_BITS) | (leftLength + lengthOf(right));
      store<u32>(at, <u32>right, RIGHT);
      copy(at + BYTES, left + BYTES, leftLength);
      copy(at + BYTES + leftLength, right + BYTES, lengthOf(right));
    }
    store<u32>(at, head);
    at += BYTES + ((lengthOf(at) + 3) & ~3);
    store<u64>(at, 0); // what was copied too much
  }
}

/** Copies eight bytes at a time; what is copied too much is overwritten by what comes next. */
function copy(to: usize, from: usize, length: u32): void {
  for (let k: u32 = 0; k < length; k += 8) store<u64>(to + k, load<u64>(from + k));
}

function fill(): void {
  for (let token = records; token < recordsEnd; token = nextRecord(token)) {
    const length = lengthOf(token);
    const hash = hashOf(token + BYTES, length);
    let slot = hash & slotMask;
    while (load<u32>(slots + ((<usize>slot) << 2))) slot = (slot + 1) & slotMask;
    const ref = <u32>((token - records) >> 2) + 1;
    store<u32>(slots + ((<usize>slot) << 2), (hash & (0xffffffff << REF_BITS)) | ref);
    const bit = hash >> (32 - FILTER_BITS);
    const cell = filter + ((<usize>(bit >> 5)) << 2);
    store<u32>(cell, load<u32>(cell) | (1 << (bit & 31)));
    if (length === 2) store<u32>(pairs + ((<usize>load<u16>(token + BYTES)) << 2), <u32>token);
    else if (length === 1) store<u32>(singles + ((<usize>load<u8>(token + BYTES)) << 2), <u32>token);
  }
}

/** Whether the filter lets the hash through: no token has it otherwise. */
function mayBe(hash: u32): bool {
  const bit = hash >> (32 - FILTER_BITS);
  return <bool>((load<u32>(filter + ((<usize>(bit >> 5)) << 2)) >> (bit & 31)) & 1);
}

/** The token of up to {@link SHORT} bytes whose words are given, or 0. */
export function findShort(a: u64, b: u64, length: u32, hash: u32): usize {
  if (!mayBe(hash)) return 0;
  let slot = hash & slotMask;
  let entry = load<u32>(slots + ((<usize>slot) << 2));
  for (; entry; slot = (slot + 1) & slotMask, entry = load<u32>(slots + ((<usize>slot) << 2))) {
    if ((entry ^ hash) >> REF_BITS) continue;
    const token = records + ((<usize>((entry & ((1 << REF_BITS) - 1)) - 1)) << 2);
    if (
      lengthOf(token) === length &&
      word(token + BYTES, <i32>length) === a &&
      (length <= 8 || word(token + BYTES + 8, <i32>length - 8) === b)
    ) {
      return token;
    }
  }
  return 0;
}

/** The token of more than {@link SHORT} bytes that the span is, or 0. */
export function findLong(at: usize, length: u32, hash: u32): usize {
  if (length > longest || !mayBe(hash)) return 0;
  let slot = hash & slotMask;
  let entry = load<u32>(slots + ((<usize>slot) << 2));
  for (; entry; slot = (slot + 1) & slotMask, entry = load<u32>(slots + ((<usize>slot) << 2))) {
    if ((entry ^ hash) >> REF_BITS) continue;
    const token = records + ((<usize>((entry & ((1 << REF_BITS) - 1)) - 1)) << 2);
    if (lengthOf(token) === length && same(token + BYTES, at, length)) return token;
  }
  return 0;
}

/** The token that the span is, or 0. */
export function find(at: usize, length: u32): usize {
  if (length > longest) return 0;
  if (length > SHORT) return findLong(at, length, hashOf(at, length));
  const a = word(at, <i32>length);
  const b = word(at + 8, <i32>length - 8);
  return findShort(a, b, length, hashShort(a, b, length));
}
