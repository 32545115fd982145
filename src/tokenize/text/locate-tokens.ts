import type { Token } from '../types.js';
import type { Normalized } from './normalize.js';
import { TokenSpans } from './token-spans.js';

/**
 * Tokens with their place in the text.
 *
 * @param offset - Added to every place: where `text` itself begins.
 * @param normalized - What the encoding made of the text, if it reads another.
 * @param bytesOf - The bytes of an id; together they are the UTF-8 of the (normalized) text.
 */
export function* locateTokens(
  text: string,
  offset: number,
  ids: readonly number[],
  bytesOf: (id: number) => Uint8Array,
  normalized: Normalized | undefined,
): Iterable<Token> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const spans = new TokenSpans(normalized?.text ?? text);
  for (const id of ids) {
    const bytes = bytesOf(id).slice();
    const span = spans.next(bytes.length);
    const [start, end] = normalized ? normalized.originalSpan(...span) : span;
    yield { id, text: decoder.decode(bytes), bytes, start: start + offset, end: end + offset };
  }
}
