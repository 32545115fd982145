import type { PriceInForce, Unpriced } from '../bill/index.js';
import { PromptCostError, type Warning } from '../errors/index.js';
import type { Meter, Quantities } from '../meters/index.js';
import { type CacheRule, cacheRule, modelRecord } from '../models/index.js';
import type { MarkedTokens, TokenRange } from '../request/index.js';
import type { EstimateRequest } from './types.js';

/** The part of the input that the provider's cache holds, and what it will store. */
export interface CacheSplit {
  readonly read: number;
  /** By the meter of its lifetime. */
  readonly writes: Quantities;
}

/** What the cache may do with a call, by the size of the call. The cost of a size lies between those of its splits. */
export interface CacheSplits {
  readonly low: readonly CacheSplit[];
  readonly likely: CacheSplit;
  readonly high: readonly CacheSplit[];
  readonly warnings: readonly Warning[];
}

/** Which meter a cache write of a lifetime is: OpenAI's 30 minutes have one of their own rate, without a lifetime in its name. */
export const WRITE_METERS: Readonly<Record<'5m' | '30m' | '1h', Meter>> = {
  '5m': 'cacheWrite5m',
  '30m': 'cacheWrite',
  '1h': 'cacheWrite1h',
};
const FRESH: CacheSplit = { read: 0, writes: {} };

/**
 * How a call is split between fresh input, reads and writes of the cache.
 *
 * What the caller states is certain. Marks in the request are a first call's: likely it writes what they cover. At best the cache
 * holds it already; at worst it is written where that is dearer than fresh.
 *
 * @param cachedInput - As the caller states it.
 * @param input - All tokens in.
 * @param marked - What marks in the request cover.
 * @param price - Of the call.
 */
export function cacheSplits(
  cachedInput: EstimateRequest['cachedInput'],
  input: TokenRange,
  marked: MarkedTokens | undefined,
  price: PriceInForce | Unpriced,
): CacheSplits {
  const stated = statedSplit(cachedInput, input);
  const rule = price.priced ? cacheRule(price.model) : undefined;
  if (cachedInput !== undefined || !marked || !price.priced || rule?.start === 'automatic') {
    return { low: [stated], likely: stated, high: [stated], warnings: [] };
  }
  const isSold = price.rates.cacheRead !== undefined;
  const isFirstParty = price.provider === modelRecord(price.model)?.vendor;
  const least = rule?.minimum ?? 0;
  const isShort = covered(marked, 'likely') < least;
  const isTooShort = isFirstParty && rule?.assumed === undefined && covered(marked, 'high') < least;
  if (isTooShort) return { low: [FRESH], likely: FRESH, high: [FRESH], warnings: [] };
  return {
    low: isSold ? [FRESH, { read: covered(marked, 'low'), writes: {} }] : [FRESH],
    likely: isShort ? FRESH : written(marked, 'likely', least),
    high: [FRESH, written(marked, 'high', 0)],
    warnings: [markWarning(covered(marked, 'likely'), isShort ? rule : undefined)],
  };
}

function covered(marked: MarkedTokens, size: keyof TokenRange): number {
  return marked['1h'][size] + marked['5m'][size];
}

// A mark that ends too early is passed over: what it covers is written with the next.
function written(marked: MarkedTokens, size: keyof TokenRange, least: number): CacheSplit {
  const hour = marked['1h'][size] < least ? 0 : marked['1h'][size];
  return { read: 0, writes: { cacheWrite1h: hour, cacheWrite5m: covered(marked, size) - hour } };
}

function markWarning(tokens: number, short: CacheRule | undefined): Warning {
  const likely = short ? `plain input, being fewer than the ${short.minimum} that are cached` : 'written';
  return {
    code: 'cache-marks',
    message: `The request marks ${tokens} tokens for the cache. The likely cost takes them as ${likely}, the high one as written, the low one as read. Pass cachedInput for a call that the cache answers.`,
  };
}

function statedSplit(cachedInput: EstimateRequest['cachedInput'], input: TokenRange): CacheSplit {
  if (cachedInput === undefined) return FRESH;
  const parts = typeof cachedInput === 'number' ? { read: cachedInput } : cachedInput;
  const { read = 0, write = 0, ttl } = parts;
  if (read + write > input.high) {
    throw new PromptCostError(
      'invalid-input',
      `cachedInput (${read + write}) cannot exceed the input, which has ${input.high} tokens.`,
    );
  }
  return { read, writes: { [ttl === undefined ? 'cacheWrite' : WRITE_METERS[ttl]]: write } };
}
