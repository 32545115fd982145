/** The longest span of bytes that three 4-byte words hold. */
export const SHORT = 12;

/**
 * `KEEP[n]` keeps the low `n` bytes of a little-endian word; so a span of up to {@link SHORT} bytes is exactly three words, masked
 * with `KEEP[length]`, `KEEP[length - 4]` and `KEEP[length - 8]`.
 *
 * Index 8 stands for 0, so that the table also serves negative lengths: `KEEP[KEEP_OFFSET + length - 4]`.
 */
export const KEEP_OFFSET = 8;
export const KEEP: Int32Array = Int32Array.from({ length: 24 }, (_, i) => {
  const count = i - KEEP_OFFSET;
  if (count <= 0) return 0;
  return count >= 4 ? -1 : (1 << (8 * count)) - 1;
});

/** Hash of a span of up to {@link SHORT} bytes, given as its three words. */
export function hashWords(a: number, b: number, c: number, length: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ Math.imul(c, 0xc2b2ae3d);
  const spread = (Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f) + length) | 0;
  return spread ^ (spread >>> 13);
}

/** Hash of a span of more than {@link SHORT} bytes. */
export function hashSpan(view: DataView, start: number, length: number): number {
  let hash = length;
  let k = 0;
  for (; k + 4 <= length; k += 4) {
    hash = Math.imul(hash ^ view.getInt32(start + k, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  if (k < length) {
    hash = Math.imul(hash ^ (view.getInt32(start + k, true) & KEEP[KEEP_OFFSET + length - k]!), 0x85ebca77);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

/** Whether two spans of the same length hold the same bytes. Both must be followed by at least three readable bytes. */
export function sameSpan(a: DataView, aStart: number, b: DataView, bStart: number, length: number): boolean {
  let k = 0;
  for (; k + 4 <= length; k += 4) {
    if (a.getInt32(aStart + k, true) !== b.getInt32(bStart + k, true)) return false;
  }
  if (k === length) return true;
  const rest = a.getInt32(aStart + k, true) ^ b.getInt32(bStart + k, true);
  return (rest & KEEP[KEEP_OFFSET + length - k]!) === 0;
}
