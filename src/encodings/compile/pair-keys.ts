/** A name for the pair that tells `(a, bc)` from `(ab, c)`. */
export function pairKey(left: string, right: string): string {
  return `${left.length}:${left}${right}`;
}

/** Merges by place: pair to index in the list. */
export function placesOf(merges: readonly (readonly [string, string])[]): Map<string, number> {
  return new Map(merges.map(([left, right], index) => [pairKey(left, right), index]));
}
