import type { TokenRange } from '../types.js';
import type { ByteSource } from './byte-source.js';
import { big, says } from './numbers.js';

/** kbit/s by version (MPEG 1; 2 and 2.5) of layer III. */
const RATES = [
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const HERTZ = [44_100, 48_000, 32_000] as const;
/** Frames that are followed: 26 hours at 44.1 kHz. */
const MOST_FRAMES = 3_600_000;
/** Tags at the end are shorter. */
const END = 65_536;
/** How far the first frame is looked for after a tag. */
const NEAR = 4096;

interface Frame {
  readonly kilobits: number;
  readonly samples: number;
  readonly hertz: number;
  readonly length: number;
  /** Where a variable file says how many frames it has. */
  readonly info: number;
  /** The lowest bit rate of its kind. */
  readonly slowest: number;
}

/**
 * The length of an MP3: its frames, one after the other, or what its Xing, Info or VBRI header says when the chain breaks early.
 * Where nothing says it, what is left counts from no sound to the lowest bit rate there is.
 *
 * @param source - Its bytes.
 *
 * @returns Seconds, or `undefined` when this is no MP3.
 */
export function mp3Seconds(source: ByteSource): TokenRange | undefined {
  const start = firstFrame(source, afterTag(source));
  const frame = start === undefined ? undefined : frameAt(source, start);
  if (start === undefined || !frame) return undefined;
  const { frames, end } = followed(source, start);
  const lasting = (count: number): number => (count * frame.samples) / frame.hertz;
  const rest = Math.max(0, source.length - end);
  if (rest <= END) return exactly(lasting(frames));
  const stated = statedFrames(source, start, frame);
  if (stated !== undefined) return exactly(lasting(stated));
  const low = lasting(frames);
  return { low, likely: low * (1 + rest / (end - start)), high: low + rest / (frame.slowest * 125) };
}

function exactly(seconds: number): TokenRange {
  return { low: seconds, likely: seconds, high: seconds };
}

function afterTag(source: ByteSource): number {
  if (!says(source, 0, 'ID3')) return 0;
  let length = 0;
  for (let i = 6; i < 10; i++) length = length * 128 + (source.at(i) & 127);
  return 10 + length;
}

// A frame is believed when another one follows it.
function firstFrame(source: ByteSource, from: number): number | undefined {
  for (let offset = from; offset < from + NEAR; offset++) {
    const frame = source.at(offset) === 0xff ? frameAt(source, offset) : undefined;
    if (frame && frameAt(source, offset + frame.length)) return offset;
  }
  return undefined;
}

function frameAt(source: ByteSource, offset: number): Frame | undefined {
  const [second, third, fourth] = [source.at(offset + 1), source.at(offset + 2), source.at(offset + 3)];
  if (source.at(offset) !== 0xff || (second & 0xe6) !== 0xe2 || fourth < 0) return undefined;
  const version = (second >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const rates = RATES[version === 3 ? 0 : 1];
  const kilobits = rates[(third >> 4) - 1];
  const base = HERTZ[((third >> 2) & 3) as 0 | 1 | 2];
  if (version === 1 || kilobits === undefined || base === undefined) return undefined;
  const hertz = version === 3 ? base : version === 2 ? base / 2 : base / 4;
  const samples = version === 3 ? 1152 : 576;
  const mono = fourth >> 6 === 3;
  const side = version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17;
  const length = Math.floor((samples * kilobits * 125) / hertz) + ((third >> 1) & 1);
  return { kilobits, samples, hertz, length, info: 4 + side, slowest: rates[0] };
}

function statedFrames(source: ByteSource, start: number, { info }: Frame): number | undefined {
  const xing = says(source, start + info, 'Xing') || says(source, start + info, 'Info');
  const stated = xing
    ? (source.at(start + info + 7) & 1) === 1
      ? big(source, start + info + 8, 4)
      : Number.NaN
    : says(source, start + 36, 'VBRI')
      ? big(source, start + 50, 4)
      : Number.NaN;
  return stated > 0 ? stated : undefined;
}

function followed(source: ByteSource, start: number): { frames: number; end: number } {
  let [frames, end] = [0, start];
  for (; frames < MOST_FRAMES; frames++) {
    const frame = frameAt(source, end);
    if (!frame) break;
    end += frame.length;
  }
  return { frames, end };
}
