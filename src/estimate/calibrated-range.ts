import type { TokenRange } from '../request/index.js';
import { FEWEST, type Reply } from './calibration.js';
import type { InputLesson } from './lesson.js';
import { between, type Prediction, prediction } from './prediction.js';

/** Texts that look alike to us still differ by so much to a closed tokenizer. */
const LEAST_SPREAD = 0.01;
/** How much of the texts' band may be open for what stands around them, where a reply is to say something of the texts. */
const TELLING = 0.25;

/** What is open of an input, from the least to the most. */
interface Band {
  readonly low: number;
  readonly high: number;
}

/** A band, widened so that the replies to such inputs lie in theirs. */
type Widen = (band: Band, pieces: number) => Band;

/**
 * The open tokens of an input, as past replies to its kind lead to expect them.
 *
 * Two ways, and where they overlap: from the replies to the inputs nearest to it, with all that is open in what the two differ by;
 * and, of a closed tokenizer, from the place of past texts in their band, with all that is open in what stands around the new ones.
 * What no reply says anything of stays as wide as it was.
 *
 * @param lesson - Of the input.
 * @param isClosed - Whether its texts are only known within a band.
 * @param replies - To its kind, at least five.
 *
 * @returns A range within the stated one, unless replies were outside of theirs.
 */
export function calibratedRange(
  lesson: InputLesson,
  isClosed: boolean,
  replies: readonly Reply[],
): TokenRange {
  const widen = widened(replies, isClosed);
  const band = widen(lesson.open, lesson.pieces);
  const near = byNearest(band, widen, replies);
  const texts = isClosed ? byTexts(lesson, replies) : undefined;
  const found = texts ? overlap(near, texts) : near;
  const likely = Math.round(between(band.low, found.likely, band.high));
  const spread = isClosed ? likely * LEAST_SPREAD : 0;
  return {
    low: Math.min(likely, Math.floor(Math.max(band.low, Math.min(found.low, likely - spread)))),
    likely,
    high: Math.max(likely, Math.ceil(Math.min(band.high, Math.max(found.high, likely + spread)))),
  };
}

// A closed tokenizer is off by a factor; what stands around known texts by so much a part.
function widened(replies: readonly Reply[], isClosed: boolean): Widen {
  const most = (of: (reply: Reply) => number): number => Math.max(...replies.map(of));
  if (isClosed) {
    const up = most(([, high, , , , reported]) => Math.max(1, reported / Math.max(1, high)));
    const down = most(([low, , , , , reported]) => Math.max(1, low / Math.max(1, reported)));
    return ({ low, high }) => ({ low: low / down, high: high * up });
  }
  const up = most(([, high, , , pieces, reported]) => Math.max(0, reported - high) / Math.max(1, pieces));
  const down = most(([low, , , , pieces, reported]) => Math.max(0, low - reported) / Math.max(1, pieces));
  return ({ low, high }, pieces) => ({ low: Math.max(0, low - down * pieces), high: high + up * pieces });
}

function byNearest(band: Band, widen: Widen, replies: readonly Reply[]): Prediction {
  const guesses = replies
    .map(([openLow, openHigh, , , pieces, reported]) => {
      const past = widen({ low: openLow, high: openHigh }, pieces);
      const ends = [reported + band.low - past.low, reported + band.high - past.high] as const;
      const [low, high] = [Math.min(...ends), Math.max(...ends)];
      const place = past.high > past.low ? (reported - past.low) / (past.high - past.low) : 0;
      const likely = between(low, band.low + place * (band.high - band.low), high);
      return { low, likely, high };
    })
    .sort((a, b) => widthOf(a) - widthOf(b));
  const last = widthOf(guesses[FEWEST - 1]!);
  return prediction(guesses.filter((each) => widthOf(each) <= last));
}

function byTexts({ open, texts }: InputLesson, replies: readonly Reply[]): Prediction | undefined {
  const places = replies.flatMap(([openLow, openHigh, low, high, , reported]) => {
    const width = high - low;
    const [around, most] = [openLow - low, openHigh - high];
    if (most - around > TELLING * width || width === 0) return [];
    const place = (tokens: number): number => (tokens - low) / width;
    return [
      {
        low: place(reported - most),
        likely: place(reported - (around + most) / 2),
        high: place(reported - around),
      },
    ];
  });
  if (places.length < FEWEST) return undefined;
  const found = prediction(places);
  const at = (place: number): number => texts.low + place * (texts.high - texts.low);
  return {
    low: at(found.low) + open.low - texts.low,
    likely: at(found.likely) + open.likely - texts.likely,
    high: at(found.high) + open.high - texts.high,
  };
}

// Where two ways contradict each other, both are held for possible.
function overlap(a: Prediction, b: Prediction): Prediction {
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)];
  if (low <= high) return { low, likely: between(low, b.likely, high), high };
  return { low: high, likely: (a.likely + b.likely) / 2, high: low };
}

function widthOf({ low, high }: Band): number {
  return high - low;
}
