import { wellFormed } from '../../conformance/well-formed.js';
import type { Model } from '../../src/encodings/custom/read-model.js';

const MARK = '\u2581';
const FIRST_BYTE = '<0x00>';

/**
 * Encodes as SentencePiece's BPE does, told as its source does and with no thought for time: U+2581 for each space and before the text,
 * user-defined tokens found first, the longest where several begin, then the adjacent pair of highest score joined, the leftmost of
 * equals, until none is left; what is no token then falls to its bytes.
 */
export function slowSentencePiece({ pieces, hasPrefix }: Model): (text: string) => number[] {
  const idOf = new Map(pieces.map(({ text }, id) => [text, id]));
  const scores = new Map(
    pieces
      .filter(({ kind }) => kind === 'normal' || kind === 'user-defined')
      .map((each) => [each.text, each.score]),
  );
  const blocks = pieces
    .filter(({ kind }) => kind === 'user-defined')
    .map(({ text }) => text)
    .sort((a, b) => b.length - a.length);
  const firstByte = idOf.get(FIRST_BYTE)!;

  const symbolsOf = (text: string): Part[] => {
    const symbols: Part[] = [];
    for (let at = 0; at < text.length; at += symbols.at(-1)!.text.length) {
      const block = blocks.find((each) => text.startsWith(each, at));
      symbols.push({
        text: block ?? String.fromCodePoint(text.codePointAt(at)!),
        isBlock: block !== undefined,
      });
    }
    return symbols;
  };
  return (text) => {
    if (text === '') return [];
    const parts = symbolsOf((hasPrefix ? MARK : '') + wellFormed(text).replaceAll(' ', MARK));
    for (let at = bestPair(parts, scores); at >= 0; at = bestPair(parts, scores)) {
      parts.splice(at, 2, { text: parts[at]!.text + parts[at + 1]!.text, isBlock: false });
    }
    return parts.flatMap((part) =>
      scores.has(part.text)
        ? [idOf.get(part.text)!]
        : [...new TextEncoder().encode(part.text)].map((byte) => firstByte + byte),
    );
  };
}

interface Part {
  readonly text: string;
  /** Found as a whole, and joined with nothing. */
  readonly isBlock: boolean;
}

/** Where the pair of highest score begins, or -1 where no pair is a token. */
function bestPair(parts: readonly Part[], scores: ReadonlyMap<string, number>): number {
  let [highest, best] = [Number.NEGATIVE_INFINITY, -1];
  for (let at = 0; at + 1 < parts.length; at++) {
    if (parts[at]!.isBlock || parts[at + 1]!.isBlock) continue;
    const score = scores.get(parts[at]!.text + parts[at + 1]!.text);
    if (score !== undefined && score > highest) [highest, best] = [score, at];
  }
  return best;
}
