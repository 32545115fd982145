import type { EncodeOptions, StreamingEncoding } from '../types.js';
import { fittingEnd } from './fitting-end.js';
import { Graphemes } from './graphemes.js';

/** See {@link Encoding.truncate}. */
export function truncateText(
  encoding: StreamingEncoding,
  text: string,
  maxTokens: number,
  options?: EncodeOptions,
): string {
  return text.slice(0, fittingEnd(encoding, text, 0, maxTokens, new Graphemes(text), options));
}
