/**
 * What byte-pair merging leaves of some bytes, done slowly and plainly: this is what the compact files are judged by.
 *
 * Two neighbours whose joined bytes are a token merge, the token of lowest rank first, the leftmost first among equals.
 *
 * @param bytes - One character a byte.
 * @param limit - Only tokens of a rank below this are made.
 * @param symbols - What merging begins with; bytes where left out.
 */
export function mergedPieces(
  bytes: string,
  ranks: ReadonlyMap<string, number>,
  limit: number,
  symbols: readonly string[] = [...bytes],
): string[] {
  const pieces = [...symbols];
  for (;;) {
    let lowest = limit;
    let at = -1;
    for (let index = 0; index + 1 < pieces.length; index++) {
      const rank = ranks.get(pieces[index]! + pieces[index + 1]!) ?? Number.POSITIVE_INFINITY;
      if (rank < lowest) {
        lowest = rank;
        at = index;
      }
    }
    if (at < 0) return pieces;
    pieces.splice(at, 2, pieces[at]! + pieces[at + 1]!);
  }
}
