import { openBytes } from './byte-source.js';
import type { Media } from './media.js';

/** A longer text is not taken out of its bytes. */
const MOST_BYTES = 16_000_000;
const TEXT = /^(text\/|application\/(json|xml|yaml|javascript)\b)/i;

/**
 * The text of a document that is plain text: every provider reads such a one as text.
 *
 * @param media - As the caller holds it.
 *
 * @returns `undefined` for any other medium, and for bytes that are no UTF-8.
 */
export function mediaText({ kind, bytes, mediaType }: Media): string | undefined {
  const opened = kind === 'document' && bytes !== undefined ? openBytes(bytes) : undefined;
  if (!opened || !TEXT.test(mediaType ?? opened.mediaType ?? '')) return undefined;
  const { source } = opened;
  const inside = source.length <= MOST_BYTES ? source.slice(0, source.length) : undefined;
  if (!inside) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inside);
  } catch {
    return undefined;
  }
}
