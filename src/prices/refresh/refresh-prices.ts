import { checkFields, PromptCostError, reading, shown } from '../../errors/index.js';
import { bundledPrices } from '../bundled-prices.js';
import { parseInstant } from '../parse-instant.js';
import { readFeed } from '../price-feed.js';
import { type IndexedPrices, indexed, indexPrices } from '../price-table.js';
import { readCache, writeCache } from './cached-feed.js';
import { fetchFeed } from './fetch-feed.js';
import { refusedChanges } from './refused-changes.js';
import { sha256 as hashOf } from './sha256.js';
import type { RefreshOptions, RefreshResult } from './types.js';

const MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 10_000;
const DAY = 86_400_000;

/**
 * A newer price table from the network, when the caller asks for one and everything about it holds.
 *
 * The feed is measured while it arrives, compared with its hash if one is given, held against the schema, and gated: it must not
 * be older than the table that is good, and no call may cost more than 3 times as much or as little as before without younger
 * evidence, nor more than 10 times unless `allow` names the offer. Its offers are laid over the good table; whatever goes wrong, the
 * good table is kept and the reason is said. It throws for options that make no sense, and for nothing else.
 *
 * @param options - The address, the fetch, and how far to trust them.
 *
 * @returns A table for `createEstimator({ prices })`, and what happened.
 *
 * @throws `PromptCostError` with the code `invalid-input`.
 *
 * @example
 * ```ts
 * import { createEstimator } from 'promptcost';
 * import { fileCache } from 'promptcost/node';
 * import { refreshPrices } from 'promptcost/prices/import';
 *
 * const { table, status, reason } = await refreshPrices({
 *   url: 'https://prices.example.com/v1.json',
 *   fetch,
 *   cache: fileCache('prices.json'),
 * });
 * status; // 'updated' | 'unchanged' | 'kept'
 * if (status === 'kept') reason; // 'it answers with status 500'
 * const estimator = createEstimator({ prices: table });
 * ```
 */
export async function refreshPrices(options: RefreshOptions): Promise<RefreshResult> {
  const { url, fetch, cache, maxBytes, timeoutMs, sha256, allow } = checked(options);
  const current = indexed(options.current ?? bundledPrices);
  const now = parseInstant(options.now?.() ?? new Date());
  const judge = (text: string, good: IndexedPrices): Promise<Verdict> =>
    judged(text, good, { current, now, sha256, allow });
  const notes: string[] = [];
  const cached = await readCache(cache, url);
  const known = cached && 'text' in cached ? await judge(cached.text, current) : undefined;
  const unusable = cached && 'reason' in cached ? cached.reason : known && 'reason' in known && known.reason;
  if (unusable) notes.push(`The cache was not used: ${unusable}.`);
  const good = known && 'table' in known ? known : { table: current, strangers: [] };
  const etag = good === known && cached && 'etag' in cached ? cached.etag : undefined;
  const done = (
    status: RefreshResult['status'],
    { table, strangers = [] }: Good,
    reason?: string,
  ): RefreshResult => ({
    table,
    status,
    asOf: table.asOf,
    ...(reason !== undefined && { reason: oneLine(reason) }),
    notes: [...notes, ...strangersNote(strangers)].map(oneLine),
  });
  const fetched = await fetchFeed({ url, fetch, etag, maxBytes, timeoutMs });
  if (fetched.kind === 'failed') return done('kept', good, fetched.reason);
  if (fetched.kind === 'not-modified') return done('unchanged', good);
  const text = decoded(fetched.bytes);
  if (text === undefined) return done('kept', good, 'it is not UTF-8');
  const fresh = await judge(text, good.table);
  if ('reason' in fresh) return done('kept', good, fresh.reason);
  const unwritten = await writeCache(cache, { url, etag: fetched.etag, text });
  if (unwritten !== undefined) notes.push(`The cache was not written: ${unwritten}.`);
  const same = good === known && cached && 'text' in cached && cached.text === text;
  return same ? done('unchanged', good) : done('updated', fresh);
}

interface Good {
  readonly table: IndexedPrices;
  readonly strangers?: readonly string[];
}
type Verdict = Good | { readonly reason: string };

interface Judge {
  /** The table that the caller began with. */
  readonly current: IndexedPrices;
  readonly now: Date;
  readonly sha256: string | undefined;
  readonly allow: readonly string[];
}

/** A feed laid over the good table, or why it must not be. */
async function judged(
  text: string,
  good: IndexedPrices,
  { current, now, sha256, allow }: Judge,
): Promise<Verdict> {
  if (sha256 !== undefined) {
    const hash = await hashOf(new TextEncoder().encode(text));
    if (hash !== sha256.toLowerCase())
      return { reason: `its SHA-256 is ${hash}, not ${sha256.toLowerCase()}` };
  }
  const read = readFeed(text);
  if (!('table' in read)) {
    const [{ path, reason } = { path: '', reason: 'it cannot be read' }] = read;
    return {
      reason: `${path || 'the feed'}: ${reason}${read.length > 1 ? `, and ${read.length - 1} more` : ''}`,
    };
  }
  const feed = indexed(read.table);
  if (feed.asOf < good.asOf) return { reason: `it is of ${feed.asOf}, older than ${good.asOf}` };
  if (Date.parse(feed.asOf) > now.getTime() + DAY)
    return { reason: `it is of ${feed.asOf}, a day that has not come` };
  const offers = [...feed.offers.values()].flat();
  const above = new Set(offers.map(({ id }) => id));
  const below = [...good.offers.values()].flat().filter(({ id }) => !above.has(id));
  const calendars = { ...good.calendars, ...feed.calendars };
  const table = Object.freeze(indexPrices(feed.asOf, [...offers, ...below], calendars));
  // Small steps from one day's feed to the next must not add up to a large one.
  for (const each of new Set([good, current])) {
    const [change, ...more] = refusedChanges(table, each, now, allow);
    if (change !== undefined)
      return { reason: `${change}${more.length > 0 ? `, and ${more.length} more` : ''}` };
  }
  return { table, strangers: read.strangers.map(({ path, reason }) => `${path}: ${reason}`) };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function strangersNote([first, ...others]: readonly string[]): string[] {
  if (first === undefined) return [];
  return [`An offer was left out, and ${others.length} more like it. ${first}.`];
}

const LONGEST = 400;

function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function checked(options: RefreshOptions): RefreshOptions & {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly allow: readonly string[];
} {
  checkFields('options', options, { sha256: 'string?', allow: 'array?', now: 'function?' });
  const { url, fetch, sha256, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, allow = [] } = options;
  if (options.cache !== undefined)
    checkFields('cache', options.cache, { read: 'function', write: 'function' });
  const refuse = (message: string): PromptCostError => new PromptCostError('invalid-input', message);
  if (typeof fetch !== 'function') throw refuse('refreshPrices fetches nothing by itself. Pass { fetch }.');
  if (!isSafe(url)) throw refuse(`${shown(url)} is no address for prices. Write https://…`);
  if (sha256 !== undefined && !/^[\da-f]{64}$/i.test(sha256)) {
    throw refuse(`${shown(sha256)} is no SHA-256: 64 hexadecimal digits.`);
  }
  const allowed = reading('allow', () => [...allow]);
  if (!allowed.every((offer) => typeof offer === 'string'))
    throw refuse('allow is a list of offers, such as ["groq/llama-3.3-70b"].');
  for (const [name, value] of [
    ['maxBytes', maxBytes],
    ['timeoutMs', timeoutMs],
  ] as const) {
    if (!Number.isSafeInteger(value) || value <= 0)
      throw refuse(`${name} is a whole number above 0, not ${shown(value)}.`);
  }
  return { ...options, maxBytes, timeoutMs, allow: allowed };
}

// Prices that somebody on the way can change are nobody's prices.
function isSafe(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}
