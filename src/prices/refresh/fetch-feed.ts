import { shown } from '../../errors/index.js';
import type { FeedFetch, FeedReader, FeedResponse } from './types.js';

/** What to ask for, and how much to take. */
export interface FeedRequest {
  readonly url: string;
  readonly fetch: FeedFetch;
  readonly etag: string | undefined;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** The bytes of a feed, the word that nothing changed, or why there is neither. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly etag: string | undefined }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'failed'; readonly reason: string };

const LONGEST_ETAG = 200;

/**
 * Fetches a feed without trusting who answers: no redirect, no more bytes than agreed, no longer than agreed.
 *
 * @param request - What to ask for.
 *
 * @returns What came; it never throws.
 */
export async function fetchFeed(request: FeedRequest): Promise<Fetched> {
  const { url, fetch, etag, timeoutMs } = request;
  const control = new AbortController();
  let late: (reason: Error) => void = () => {};
  const tooLate = new Promise<never>((_, reject) => {
    late = reject;
  });
  const timer = setTimeout(() => {
    late(new Error(`no whole answer within ${timeoutMs} ms`));
    control.abort();
  }, timeoutMs);
  try {
    const headers = { accept: 'application/json', ...(etag !== undefined && { 'if-none-match': etag }) };
    const init = { headers, redirect: 'manual', signal: control.signal } as const;
    // A fetch that does not listen to the signal is not waited for.
    return await Promise.race([tooLate, fetch(url, init).then((response) => read(response, request))]);
  } catch (error) {
    return failed(reasonOf(error));
  } finally {
    clearTimeout(timer);
    tooLate.catch(() => {});
    control.abort();
  }
}

async function read(response: FeedResponse, { maxBytes, etag }: FeedRequest): Promise<Fetched> {
  const { status, headers, body, redirected = false } = response;
  if (status === 304)
    return etag === undefined ? failed('304 without being asked') : { kind: 'not-modified' };
  if (redirected || status === 0 || (status >= 300 && status < 400)) {
    return failed(`it redirects to ${shown(headers.get('location'))}; give that address if you trust it`);
  }
  if (status !== 200) return failed(`it answers with status ${status}`);
  const length = Number(headers.get('content-length') ?? 0);
  if (length > maxBytes) return failed(tooLarge(length, maxBytes));
  if (!body) return failed('it answers without a body');
  const bytes = await wholeOf(body.getReader(), maxBytes);
  if (!bytes) return failed(tooLarge(`more than ${maxBytes}`, maxBytes));
  const tag = headers.get('etag') ?? undefined;
  return { kind: 'bytes', bytes, etag: tag !== undefined && tag.length <= LONGEST_ETAG ? tag : undefined };
}

async function wholeOf(reader: FeedReader, maxBytes: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (value) {
      size += value.length;
      if (size > maxBytes) {
        reader.cancel().catch(() => {});
        return undefined;
      }
      pieces.push(value);
    }
    if (done) break;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function tooLarge(size: number | string, maxBytes: number): string {
  return `it has ${size} bytes; maxBytes is ${maxBytes}`;
}

function failed(reason: string): Fetched {
  return { kind: 'failed', reason };
}

// undici says "fetch failed", and why one level below.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the fetch failed';
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
