import type { EncodeOptions, StreamingEncoding } from '../types.js';
import type { Graphemes } from './graphemes.js';

const UNITS_PER_TOKEN = 8; // a first guess at how much text the tokens hold
const MARGIN = 64;
const REACH = 24; // graphemes tried beyond the last end that fits
const UNDECIDED = 2_048; // tokens in a piece above which each try costs too much
const SHORT_REACH = 2;

/**
 * Where the longest part from `from` ends, between graphemes, that takes at most `maxTokens` when it is encoded on its own. (Within a
 * piece of thousands of tokens a longer one may exist.)
 *
 * Looks at no more of the text than it needs to. Returns `from` when not even one grapheme fits.
 */
export function fittingEnd(
  encoding: StreamingEncoding,
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
    const end = endOfTokens(encoding, text, window, from, maxTokens, graphemes, options);
    return endBeyond(encoding, text, from, end, maxTokens, graphemes, options);
  }
}

/**
 * How far the first `maxTokens` tokens of the window reach, cut back to the end of a grapheme, and further back while the part takes
 * more than `maxTokens` on its own. (It can: its last word may have been cut.)
 */
function endOfTokens(
  encoding: StreamingEncoding,
  text: string,
  window: string,
  from: number,
  maxTokens: number,
  graphemes: Graphemes,
  options: EncodeOptions | undefined,
): number {
  const starts: number[] = [];
  for (const token of encoding.tokens(window, options)) {
    if (starts.push(token.start) > maxTokens) break;
  }
  let kept = Math.min(maxTokens, starts.length - 1);
  let end = graphemes.floor(from, from + starts[kept]!);
  while (end > from && encoding.countUpTo(text.slice(from, end), maxTokens, options) === undefined) {
    kept--;
    end = graphemes.floor(from, Math.min(end - 1, from + (starts[kept] ?? 0))); // no token: what goes before the first
  }
  return end;
}

/** The last end that fits among those that follow one that does: a part may end in a token that the whole text does not have. */
function endBeyond(
  encoding: StreamingEncoding,
  text: string,
  from: number,
  fitting: number,
  maxTokens: number,
  graphemes: Graphemes,
  options: EncodeOptions | undefined,
): number {
  const counter = encoding.counter(options);
  counter.push(text.slice(from, fitting));
  const reach = counter.provisional - counter.settled > UNDECIDED ? SHORT_REACH : REACH;
  let best = fitting;
  let at = fitting;
  for (let left = reach; left > 0 && at < text.length; left--) {
    const next = graphemes.end(at);
    counter.push(text.slice(at, next));
    at = next;
    if (counter.provisional <= maxTokens) {
      best = at;
      left = reach;
    }
  }
  return best;
}
