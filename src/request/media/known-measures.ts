import type { TokenRange } from '../types.js';
import { type ByteSource, openBytes } from './byte-source.js';
import { durationOf } from './duration.js';
import { imageHeader } from './image-header.js';
import type { Media } from './media.js';
import { isPdf, pdfPages } from './pdf-pages.js';
import type { Size } from './size.js';

/** What is known of a medium: what the caller says, else what its first bytes say. Nothing is fetched. */
export interface Measures {
  readonly size?: Size;
  readonly seconds?: TokenRange;
  readonly pages?: TokenRange;
  /** How many bytes there are. */
  readonly bytes?: number;
  /** Present when a document is plain text. */
  readonly text?: true;
}

/**
 * What can be known of a medium.
 *
 * @param media - As the caller holds it; what it says of itself is believed before its bytes are.
 *
 * @returns The measures of its kind that are known. Bytes that cannot be read, that lie, or that are of another kind say nothing.
 */
export function knownMeasures(media: Media): Measures {
  const opened = media.bytes === undefined ? undefined : openBytes(media.bytes);
  const bytes = opened ? { bytes: opened.source.length } : {};
  return { ...bytes, ...(told(media) ?? (opened && read(media, opened.source, opened.mediaType))) };
}

function told({ kind, width, height, seconds, pages }: Media): Measures | undefined {
  if (kind === 'image')
    return width === undefined || height === undefined
      ? undefined
      : { size: { width: Math.ceil(width), height: Math.ceil(height) } };
  if (kind === 'document') return pages === undefined ? undefined : { pages: exactly(Math.ceil(pages)) };
  return seconds === undefined ? undefined : { seconds: exactly(seconds) };
}

function read(media: Media, source: ByteSource, mediaType: string | undefined): Measures {
  if (media.kind === 'image') {
    const size = imageHeader(source)?.size;
    return size ? { size } : {};
  }
  if (media.kind === 'document') {
    const pages = isPdf(source) ? pdfPages(source) : undefined;
    const text = !pages && /^text\//i.test(media.mediaType ?? mediaType ?? '');
    return { ...(pages && { pages }), ...(text && { text }) };
  }
  const seconds = durationOf(source)?.seconds;
  return seconds ? { seconds } : {};
}

function exactly(value: number): TokenRange {
  return { low: value, likely: value, high: value };
}
