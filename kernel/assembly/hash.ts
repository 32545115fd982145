/** The longest span whose bytes fit one entry of the cache for short pieces. */
export const SHORT: u32 = 14;
/** The longest span whose bytes fit one entry of the cache for longer pieces. */
export const MEDIUM: u32 = 30;

/** In the last word of a key, above the bytes: how many tokens, and the length. */
export const COUNT_SHIFT: u64 = 48;
export const LENGTH_SHIFT: u64 = 56;
export const KEY: u64 = 0xff00ffffffffffff; // all but the number of tokens

const K1: u64 = 0x9e3779b97f4a7c15;
const K2: u64 = 0xc2b2ae3d27d4eb4f;
const K3: u64 = 0xd6e8feb86659fd93;

/** The first `length` bytes of the eight at `at`; none for a length below 1, all for 8 and more. */
export function word(at: usize, length: i32): u64 {
  if (length >= 8) return load<u64>(at);
  if (length <= 0) return 0;
  return load<u64>(at) & (0xffffffffffffffff >> (64 - 8 * <u64>length));
}

/** Hash of a span of up to {@link SHORT} bytes, given as its two words without length and number of tokens. */
export function hashShort(a: u64, b: u64, length: u32): u32 {
  let hash = (a ^ ((b | ((<u64>length) << LENGTH_SHIFT)) * K2)) * K1;
  hash ^= hash >> 29;
  return <u32>((hash * K3) >> 32);
}

/** Hash of a span of more than {@link SHORT} and up to {@link MEDIUM} bytes, given as its four words. */
export function hashMedium(a: u64, b: u64, c: u64, d: u64, length: u32): u32 {
  let hash = (a * K1) ^ (b * K2) ^ rotr<u64>((c * K3) ^ ((d | ((<u64>length) << LENGTH_SHIFT)) * K1), 23);
  hash ^= hash >> 31;
  return <u32>((hash * K2) >> 32);
}

/** Hash of a span of more than {@link MEDIUM} bytes. */
export function hashLong(at: usize, length: u32): u32 {
  let hash: u64 = <u64>length * K3;
  const end = at + length;
  for (; at + 8 <= end; at += 8) hash = rotr<u64>(hash ^ load<u64>(at), 27) * K1;
  hash = (hash ^ word(at, <i32>(end - at))) * K2;
  hash ^= hash >> 29;
  return <u32>((hash * K3) >> 32);
}

/** Hash of any span. */
export function hashOf(at: usize, length: u32): u32 {
  if (length <= SHORT) return hashShort(word(at, <i32>length), word(at + 8, <i32>length - 8), length);
  if (length > MEDIUM) return hashLong(at, length);
  return hashMedium(
    load<u64>(at),
    word(at + 8, <i32>length - 8),
    word(at + 16, <i32>length - 16),
    word(at + 24, <i32>length - 24),
    length,
  );
}

/** Whether two spans hold the same bytes. */
export function same(a: usize, b: usize, length: u32): bool {
  let k: u32 = 0;
  for (; k + 8 <= length; k += 8) if (load<u64>(a + k) !== load<u64>(b + k)) return false;
  return word(a + k, <i32>(length - k)) === word(b + k, <i32>(length - k));
}
