import { PromptCostError, shown } from '../errors/index.js';
import { type PricedEstimate, WRITE_METERS } from '../estimate/index.js';
import type { CacheRule } from '../models/index.js';

/** How long a cache can be asked to keep what is written, in seconds. */
export const LIFETIMES = { '5m': 300, '30m': 1_800, '1h': 3_600 } as const;

/** A lifetime that can be asked for. */
export type Lifetime = keyof typeof LIFETIMES;

const NAMES = Object.keys(LIFETIMES) as readonly Lifetime[];

/**
 * The lifetime that was asked for, or the seller's own where none was.
 *
 * A seller has the lifetime that its cache has unasked, and those that it prices.
 *
 * @param ttl - As the caller has it; one that the seller does not have is a typed error that names those it has.
 */
export function lifetimeOf(
  ttl: unknown,
  { model, provider, price }: PricedEstimate,
  { seconds }: CacheRule,
): Lifetime {
  const has = (name: Lifetime): boolean =>
    LIFETIMES[name] === seconds || (name !== '30m' && price.rates[WRITE_METERS[name]] !== undefined);
  const sold = NAMES.filter(has);
  if (ttl === undefined) return NAMES.find((name) => LIFETIMES[name] === seconds) ?? '5m';
  const asked = sold.find((name) => name === ttl);
  if (asked) return asked;
  const wayOut = sold.length > 0 ? `It has ${sold.join(' and ')}.` : 'It states none: leave ttl out.';
  throw new PromptCostError(
    'invalid-input',
    `${provider} has no cache lifetime ${shown(ttl)} for ${model}. ${wayOut}`,
  );
}
