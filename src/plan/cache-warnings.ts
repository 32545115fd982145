import type { Warning } from '../errors/index.js';
import type { PricedEstimate } from '../estimate/index.js';
import type { CacheRule } from '../models/index.js';

/** What there is to say of a cache: no price of it, no rule, or a rule that was taken from a relative. */
export function cacheWarnings(
  { model, provider, price }: PricedEstimate,
  rule: CacheRule | undefined,
): Warning[] {
  if (price.rates.cacheRead === undefined) {
    return [
      {
        code: 'no-cache-price',
        message: `No price of a cache hit of ${model} at ${provider} is known: nothing is cached in this plan.`,
      },
    ];
  }
  if (!rule)
    return [
      {
        code: 'no-cache-rule',
        message: `How ${model} is cached at ${provider} is not known: nothing is cached in this plan.`,
      },
    ];
  return rule.assumed ? [{ code: 'cache-rule-assumed', message: `${model}: ${rule.assumed}` }] : [];
}

/** That nobody states how long an entry lives, where that is so: a hit after some time is a hope. */
export function lifetimeUnknown({ model, provider }: PricedEstimate, { seconds }: CacheRule): Warning[] {
  if (seconds !== undefined) return [];
  const message = `How long ${provider} keeps what it caches of ${model} is not stated: hits are taken as if it kept all.`;
  return [{ code: 'cache-lifetime-unknown', message }];
}
