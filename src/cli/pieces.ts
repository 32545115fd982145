import type { Token } from '../tokenize/index.js';

/** Neighbouring tokens that share a character, and the text they make together. Most pieces are one token. */
export interface Piece {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * Tokens grouped so that no character is cut: a picture of four tokens is one piece.
 *
 * @param text - What was cut.
 * @param tokens - Its tokens, in order.
 *
 * @returns Pieces that add up to the text.
 */
export function pieces(text: string, tokens: readonly Token[]): Piece[] {
  const found: { text: string; tokens: Token[] }[] = [];
  let start = 0;
  let end = 0;
  for (const token of tokens) {
    const last = found.at(-1);
    if (last === undefined || token.start >= end) {
      start = token.start;
      end = token.end;
      found.push({ text: text.slice(start, end), tokens: [token] });
    } else {
      end = Math.max(end, token.end);
      last.text = text.slice(start, end);
      last.tokens.push(token);
    }
  }
  return found;
}
