import type { ClassTable } from './class-table.js';

/** Bits of {@link classAt} below the width. */
export const CLASS_BITS = 4;
export const CLASS_MASK = 15;

/**
 * Class and width in bytes of the UTF-8 character at `p`, in one number: `width << 4 | class`.
 *
 * Two values in one number, since this runs once for every character outside ASCII and must not allocate.
 */
export function classAt(bytes: Uint8Array, p: number, table: ClassTable): number {
  const lead = bytes[p]!;
  if (lead < 0x80) return (1 << CLASS_BITS) | table.ascii[lead]!;
  let point: number;
  let width: number;
  if (lead < 0xe0) {
    point = ((lead & 31) << 6) | (bytes[p + 1]! & 63);
    width = 2 << CLASS_BITS;
  } else if (lead < 0xf0) {
    point = ((lead & 15) << 12) | ((bytes[p + 1]! & 63) << 6) | (bytes[p + 2]! & 63);
    width = 3 << CLASS_BITS;
  } else {
    point =
      ((lead & 7) << 18) | ((bytes[p + 1]! & 63) << 12) | ((bytes[p + 2]! & 63) << 6) | (bytes[p + 3]! & 63);
    width = 4 << CLASS_BITS;
  }
  return width | table.classes[(table.blockOf[point >> 8]! << 8) | (point & 255)]!;
}
