/** The private-use characters of the basic plane: 6,400 units that hardly any text has. */
const [FIRST, LAST] = [0xe000, 0xf8ff];

/**
 * A string that none of the texts has: one private-use character nearly always, and more of them only where a text has them all.
 *
 * Each further character is the one that most rarely comes next, so that three are enough for any text that fits into memory.
 */
export function absentMark(texts: readonly string[]): string {
  let mark = '';
  for (;;) {
    const seen = new Map<number, number>(); // unit → how often it comes after the mark so far
    for (const text of texts) countNext(text, mark, seen);
    let rarest = FIRST;
    for (let unit = FIRST; unit <= LAST && seen.has(rarest); unit++) {
      if ((seen.get(unit) ?? 0) < seen.get(rarest)!) rarest = unit;
    }
    mark += String.fromCharCode(rarest);
    if (!seen.has(rarest)) return mark;
  }
}

function countNext(text: string, mark: string, seen: Map<number, number>): void {
  for (let at = text.indexOf(mark); at >= 0 && at < text.length; at = text.indexOf(mark, at + 1)) {
    const next = text.charCodeAt(at + mark.length);
    if (next >= FIRST && next <= LAST) seen.set(next, (seen.get(next) ?? 0) + 1);
  }
}
