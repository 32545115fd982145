import type { TokenRange } from '../types.js';

/** Bytes a second of sound and of film: as good as it gets, as most are, as poor as it gets. */
const BYTES_A_SECOND = {
  audio: { most: 192_000, usual: 16_000, least: 750 },
  video: { most: 6_250_000, usual: 250_000, least: 12_500 },
} as const;
/** Seconds that one request may hold, where a rule says nothing: Gemini's 9.5 hours of sound, 3 hours of film. */
const MOST_SECONDS = { audio: 34_200, video: 10_800 } as const;
const LIKELY_SECONDS = 60;
/** Pages that one request may hold, where a rule says nothing. */
const MOST_PAGES = 1000;
const LIKELY_PAGES = 10;
const BYTES_A_PAGE = 60_000;

/**
 * Seconds of a recording or film that does not say them: by its bytes, from those of the best quality to those of the poorest;
 * without bytes from 1 second to the most that a request may hold.
 *
 * @param kind - What it is.
 * @param bytes - How many bytes it has, if that is known.
 * @param most - The most that a request of this provider may hold, if that is known.
 */
export function unknownSeconds(
  kind: 'audio' | 'video',
  bytes: number | undefined,
  most?: number,
): TokenRange {
  const limit = most ?? MOST_SECONDS[kind];
  if (bytes === undefined) return { low: 1, likely: LIKELY_SECONDS, high: limit };
  const { most: best, usual, least } = BYTES_A_SECOND[kind];
  const at = (rate: number): number => Math.max(1, Math.min(limit, bytes / rate));
  return { low: at(best), likely: at(usual), high: at(least) };
}

/** Pages of a document that does not say them: from 1 to the most that a request may hold; likely 60 kB each. */
export function unknownPages(bytes: number | undefined, most: number = MOST_PAGES): TokenRange {
  const likely = bytes === undefined ? LIKELY_PAGES : Math.ceil(bytes / BYTES_A_PAGE);
  return { low: 1, likely: Math.max(1, Math.min(most, likely)), high: most };
}
