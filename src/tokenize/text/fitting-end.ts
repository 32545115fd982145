import type { EncodeOptions, Encoding } from '../types.js';
import type { Graphemes } from './graphemes.js';

const UNITS_PER_TOKEN = 8; // a first guess at how much text the tokens hold
const MARGIN = 64;

/**
 * How far the first `maxTokens` tokens from `from` reach, cut back to the end of a grapheme, and further back while the part, encoded
 * on its own, takes more than `maxTokens`. (A part can: its last word may have been cut.)
 *
 * Looks at no more of the text than it needs to. Returns `from` when not even one grapheme fits.
 */
export function fittingEnd(
  encoding: Encoding,
  text: string,
  from: number,
  maxTokens: number,
  graphemes: Graphemes,
  options: EncodeOptions | undefined,
): number {
  for (let units = maxTokens * UNITS_PER_TOKEN + MARGIN; ; units *= 2) {
    const window = text.slice(from, from + units);
    if (encoding.countUpTo(window, maxTokens, options) !== undefined) {
      if (from + units >= text.length) return text.length;
      continue;
    }
    const starts: number[] = [];
    for (const token of encoding.tokens(window, options)) {
      if (starts.push(token.start) > maxTokens) break;
    }
    let kept = Math.min(maxTokens, starts.length - 1);
    let end = graphemes.floor(from, from + starts[kept]!);
    while (end > from && encoding.countUpTo(text.slice(from, end), maxTokens, options) === undefined) {
      kept--;
      end = graphemes.floor(from, Math.min(end - 1, from + starts[kept]!));
    }
    return end;
  }
}
