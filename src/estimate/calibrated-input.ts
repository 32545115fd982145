import type { CountedPart, MarkedTokens, TokenRange } from '../request/index.js';
import { calibratedRange } from './calibrated-range.js';
import { FEWEST, type ModelCalibration, ownOf } from './calibration.js';
import type { CountedInput } from './counted-input.js';

/**
 * A counted input, corrected by past replies to its kind. Pictures, tools of the provider and what no dialect explains stay as they
 * are; the rest is corrected in each part, by its share of what is open.
 *
 * @param past - What is known of the model at the seller; `undefined` or too few replies change nothing.
 */
export function calibratedInput(counted: CountedInput, past: ModelCalibration | undefined): CountedInput {
  const { lesson, parts } = counted;
  const replies = lesson && past && ownOf(past.input, lesson.kind);
  if (!replies || !parts || replies.length < FEWEST) return counted;
  const { open, apart } = lesson;
  const corrected = calibratedRange(lesson, counted.exactness === 'approximate', replies);
  const tokens = {
    low: corrected.low + apart.low,
    likely: corrected.likely + apart.likely,
    high: corrected.high + apart.high,
  };
  return {
    ...counted,
    tokens,
    ...(counted.marked && { marked: correctedMarks(counted.marked, counted.tokens, tokens) }),
    parts: shared(parts, open, corrected, replies.length),
    calibration: { replies: replies.length, counted: counted.tokens },
  };
}

// Where the correction belongs is not known: at most all that it adds is marked.
function correctedMarks(marked: MarkedTokens, from: TokenRange, to: TokenRange): MarkedTokens {
  const more = Math.max(0, to.high - from.high);
  const moved = ({ low, likely, high }: TokenRange): TokenRange => ({
    low: Math.floor((low * to.low) / Math.max(from.low, 1)),
    likely: Math.round((likely * to.likely) / Math.max(from.likely, 1)),
    high: high > 0 ? high + more : 0,
  });
  return { '1h': moved(marked['1h']), '5m': moved(marked['5m']) };
}

/** The parts, so that those that are open add up to the corrected range. */
function shared(
  parts: readonly CountedPart[],
  open: TokenRange,
  to: TokenRange,
  replies: number,
): CountedPart[] {
  const width = open.high - open.low;
  const openParts = parts.filter(({ apart }) => !apart);
  // Of a range without width, all belongs to what stands around the texts, which comes last.
  const shareOf = (part: CountedPart): number =>
    width > 0 ? (part.tokens.high - part.tokens.low) / width : part === openParts.at(-1) ? 1 : 0;
  const [low, more, most] = [inWhole(), inWhole(), inWhole()];
  return parts.map((part) => {
    if (part.apart) return part;
    const share = shareOf(part);
    const least = low(part.tokens.low + share * (to.low - open.low));
    const likely = least + more(share * (to.likely - to.low));
    const tokens = { low: least, likely, high: likely + most(share * (to.high - to.likely)) };
    return share === 0
      ? part
      : { ...part, tokens, method: `${part.method} Corrected by ${replies} past replies.` };
  });
}

/** Rounds one number after the other so that their sum is the sum rounded. */
function inWhole(): (next: number) => number {
  let [sum, whole] = [0, 0];
  return (next) => {
    sum += next;
    const before = whole;
    whole = Math.round(sum);
    return whole - before;
  };
}
