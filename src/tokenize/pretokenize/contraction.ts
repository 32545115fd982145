const APOSTROPHE = 39;

/**
 * End of an English contraction at `p` (`'s 't 're 've 'm 'll 'd`, in any case), or `p` when there is none.
 *
 * U+017F, the long s, folds to s in the reference implementations' case-insensitive match, so `'ſ` is one too.
 */
export function contractionEnd(bytes: Uint8Array, p: number, end: number): number {
  if (bytes[p] !== APOSTROPHE || p + 1 >= end) return p;
  const first = bytes[p + 1]!;
  if (first >= 0x80) return first === 0xc5 && bytes[p + 2] === 0xbf ? p + 3 : p;
  switch (first | 32) {
    case 115: // s
    case 116: // t
    case 109: // m
    case 100: // d
      return p + 2;
    case 114: // r
    case 118: // v
      return p + 2 < end && (bytes[p + 2]! | 32) === 101 ? p + 3 : p;
    case 108: // l
      return p + 2 < end && (bytes[p + 2]! | 32) === 108 ? p + 3 : p;
    default:
      return p;
  }
}
