import type { Token } from '../../tokenize/index.js';

const REACH = 256; // UTF-16 units looked through for a token's text: beyond the spaces and marks that a normalizer drops

/**
 * Tokens with their place in a text that the engine gives no places for: each is looked for after the one before, in either case. What
 * is not found (an unknown word, a letter whose accent was dropped) spans what lies between its neighbours.
 *
 * @param offset - Added to every place: where `text` itself begins.
 * @param bytesOf - The bytes of an id.
 */
export function* alignTokens(
  text: string,
  offset: number,
  ids: readonly number[],
  bytesOf: (id: number) => Uint8Array,
): Iterable<Token> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const folded = text.toLowerCase();
  const haystack = folded.length === text.length ? folded : text;
  const placed: { id: number; bytes: Uint8Array; spelled: string; start: number; end: number }[] = [];
  let cursor = 0;
  let pending = 0; // tokens at the end of `placed` that were not found
  for (const id of ids) {
    const bytes = bytesOf(id);
    const spelled = decoder.decode(bytes);
    const [start, end] = find(haystack, spelled, cursor);
    if (start < 0) pending++;
    else {
      for (const token of placed.slice(placed.length - pending)) [token.start, token.end] = [cursor, start];
      [pending, cursor] = [0, end];
    }
    placed.push({ id, bytes, spelled, start, end });
  }
  for (const token of placed.slice(placed.length - pending)) [token.start, token.end] = [cursor, text.length];
  for (const { id, bytes, spelled, start, end } of placed)
    yield { id, text: spelled, bytes, start: start + offset, end: end + offset };
}

/** Where a token stands, its leading space included if there is one; -1 where it is not found. */
function find(haystack: string, spelled: string, from: number): readonly [start: number, end: number] {
  for (const wanted of new Set([
    spelled,
    spelled.toLowerCase(),
    spelled.trimStart(),
    spelled.trimStart().toLowerCase(),
  ])) {
    if (wanted === '') return [from, from];
    const at = haystack.slice(from, from + REACH + wanted.length).indexOf(wanted);
    if (at >= 0) return [from + at, from + at + wanted.length];
  }
  return [-1, -1];
}
