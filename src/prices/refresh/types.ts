import type { PriceTable } from '../types.js';

/** What a fetch answers, as far as it is looked at. */
export interface FeedResponse {
  readonly status: number;
  readonly redirected?: boolean;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): FeedReader } | null;
}

/** Reads a body piece by piece. */
export interface FeedReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<unknown>;
}

/** A fetch: the runtime's own, or one with a proxy or credentials. */
export type FeedFetch = (
  url: string,
  init: {
    readonly headers: Readonly<Record<string, string>>;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<FeedResponse>;

/** Where a feed is kept between runs: a file, a key in a store. `fileCache` of `promptcost/node` is one. */
export interface PriceCache {
  /** What was last written, or `undefined`. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** What to refresh from, and how far to trust it. */
export interface RefreshOptions {
  /** A feed in the form of `PriceFeed`; `https:`, or `http:` on this machine. */
  readonly url: string;
  /** Nothing is fetched but with this. */
  readonly fetch: FeedFetch;
  /** Default: none, and every call fetches the whole feed. */
  readonly cache?: PriceCache | undefined;
  /** The table that is good now. Default: the prices in the package. */
  readonly current?: PriceTable | undefined;
  /** The largest feed. Default: 5,000,000 bytes. */
  readonly maxBytes?: number | undefined;
  /** The feed's SHA-256 in hexadecimal, when it must be that very one. */
  readonly sha256?: string | undefined;
  /** How long the answer may take, to its last byte. Default: 10,000 ms. */
  readonly timeoutMs?: number | undefined;
  /** Offers (`"groq/llama-3.3-70b"`) whose price may change by more than the gate allows. */
  readonly allow?: readonly string[] | undefined;
  /** Default: the clock. */
  readonly now?: (() => Date) | undefined;
}

/** A table that is good, and where it came from. */
export interface RefreshResult {
  readonly table: PriceTable;
  /**
   * - `updated`: the feed brought something new.
   * - `unchanged`: the feed is the one that was known.
   * - `kept`: something was wrong; `table` is the last good one and `reason` says what.
   */
  readonly status: 'updated' | 'unchanged' | 'kept';
  readonly asOf: string;
  readonly reason?: string;
  /** What went wrong without harm: a cache that could not be read, offers whose model goes by another name here. */
  readonly notes: readonly string[];
}
