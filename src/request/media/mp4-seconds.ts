import type { ByteSource } from './byte-source.js';
import { big, says } from './numbers.js';

const MOST_BOXES = 1000;

/**
 * The length of an MP4, M4A or QuickTime film: the duration in its `mvhd` box over its time scale. The box may stand at the end.
 *
 * @param source - Its bytes.
 *
 * @returns Seconds, or `undefined` when the box is missing or says that the length is unknown.
 */
export function mp4Seconds(source: ByteSource): number | undefined {
  const movie = box(source, 0, source.length, 'moov');
  const header = movie && box(source, movie.from, movie.to, 'mvhd');
  if (!header) return undefined;
  const wide = source.at(header.from) === 1 ? 8 : 4;
  const scale = big(source, header.from + 4 + 2 * wide, 4);
  const duration = big(source, header.from + 8 + 2 * wide, wide);
  const unknown = duration >= 2 ** (8 * wide) - 1;
  return scale > 0 && !unknown ? duration / scale : undefined;
}

interface Inside {
  readonly from: number;
  readonly to: number;
}

function box(source: ByteSource, from: number, to: number, name: string): Inside | undefined {
  let offset = from;
  for (let each = 0; each < MOST_BOXES && offset < to; each++) {
    const short = big(source, offset, 4);
    const head = short === 1 ? 16 : 8;
    const length = short === 1 ? big(source, offset + 8, 8) : short === 0 ? to - offset : short;
    if (!(length >= head)) return undefined;
    if (says(source, offset + 4, name)) return { from: offset + head, to: Math.min(to, offset + length) };
    offset += length;
  }
  return undefined;
}
