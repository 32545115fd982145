/**
 * The symbols that merging begins with where those are characters: a character that is a token, else the bytes of its UTF-8.
 *
 * @param bytes - One character a byte; whole characters of UTF-8.
 */
export function symbolsOf(bytes: string, ranks: ReadonlyMap<string, number>): string[] {
  const symbols: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.charCodeAt(at);
    const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const character = bytes.slice(at, at + length);
    if (ranks.has(character)) symbols.push(character);
    else symbols.push(...character);
    at += length;
  }
  return symbols;
}
