import { LONGEST_JSON } from '../json-value.js';
import { sha256 } from './sha256.js';
import type { PriceCache } from './types.js';

/** A feed as it was fetched. */
export interface CachedFeed {
  readonly url: string;
  readonly etag: string | undefined;
  readonly text: string;
}

/**
 * The feed in a cache, if it is whole.
 *
 * @param cache - The cache.
 * @param url - Where the feed must have come from.
 *
 * @returns The feed; nothing when there is none of that address; or why it is not taken.
 */
export async function readCache(
  cache: PriceCache | undefined,
  url: string,
): Promise<CachedFeed | { readonly reason: string } | undefined> {
  try {
    const entry = await cache?.read();
    if (entry === undefined) return undefined;
    // Escapes make the entry longer than the feed in it.
    if (typeof entry !== 'string' || entry.length > 3 * LONGEST_JSON)
      return { reason: 'its entry is too large' };
    const {
      version,
      url: from,
      etag,
      text,
      sha256: hash,
    } = JSON.parse(entry) as Readonly<Record<string, unknown>>;
    const whole = version === 1 && typeof text === 'string' && (await hashOf(text)) === hash;
    if (!whole) return { reason: 'its entry is damaged' };
    if (from !== url) return undefined;
    return { url, etag: typeof etag === 'string' ? etag : undefined, text };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Keeps a feed for the next run.
 *
 * @param cache - The cache.
 * @param feed - A feed that was found good.
 *
 * @returns Why it could not be kept, or nothing.
 */
export async function writeCache(
  cache: PriceCache | undefined,
  feed: CachedFeed,
): Promise<string | undefined> {
  try {
    await cache?.write(JSON.stringify({ version: 1, ...feed, sha256: await hashOf(feed.text) }));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function hashOf(text: string): Promise<string> {
  return sha256(new TextEncoder().encode(text));
}
