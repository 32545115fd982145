import type { Meter, Quantities } from '../meters/index.js';
import type { Conditions } from '../models/index.js';
import { type Rational, toExact } from '../money/index.js';
import {
  hostsOf,
  instantText,
  type Offer,
  offersOf,
  type PricesInForce,
  type PriceTable,
  priceInForce,
} from '../prices/index.js';
import { priceWarnings } from './price-warnings.js';
import type { PriceInForce, Unpriced } from './types.js';
import { unknownModel, unpriced } from './unpriced.js';
import { type Wanted, wantedOf } from './wanted.js';

/** A price with its exact rates. */
export interface FoundPrice {
  readonly price: PriceInForce;
  readonly rates: ReadonlyMap<Meter, Rational>;
  readonly minimum: Readonly<Partial<Record<Meter, string>>>;
  readonly otherHosts: readonly string[];
}

/**
 * The price of a model under some conditions, for a request of some size.
 *
 * @param prices - The table.
 * @param now - The clock.
 * @param model - Any id.
 * @param given - The conditions.
 * @param quantities - What is used, because long prompts may cost more.
 *
 * @returns The price, or why there is none.
 */
export function findPrice(
  prices: PriceTable,
  now: () => Date,
  model: string,
  given: Conditions,
  quantities: Quantities,
): FoundPrice | Unpriced {
  const wanted = wantedOf(model, given, now);
  if ('nearest' in wanted) return unknownModel(model, wanted.nearest);
  const { record, provider, at, conditions } = wanted;
  const otherHosts = hostsOf(prices, record.id, at).filter((host) => host !== provider);
  const facts = { model: record.id, hosts: otherHosts };
  const offer = offersOf(prices, record.id).find((each) => each.provider === provider);
  if (!offer) return unpriced('no-offer', `No price of ${record.id} at ${provider} is known.`, facts);
  const inForce = priceInForce(prices, offer, at, conditions, quantities);
  if (inForce === 'not-yet') {
    const first = offer.periods[0]!.from;
    const what = `The first known price of ${offer.id} is of ${first}, after ${instantText(at)}.`;
    return unpriced('not-yet', what, facts);
  }
  if (inForce === 'retired') {
    const last = offer.periods.at(-1)!.until;
    return unpriced('retired', `${provider} has not sold ${record.id} since ${last}.`, facts);
  }
  const strange = inForce.unknown.filter((condition) => condition !== 'region');
  if (strange.length > 0) {
    const asked = strange.map((condition) => `${condition} ${conditions[condition]}`).join(' and ');
    return unpriced('no-offer', `No price of ${offer.id} with ${asked} is known.`, facts);
  }
  return found(wanted, prices, offer, inForce, otherHosts);
}

function found(
  wanted: Wanted,
  prices: PriceTable,
  offer: Offer,
  { period, rates, rules, unknown }: PricesInForce,
  otherHosts: readonly string[],
): FoundPrice {
  const price: PriceInForce = {
    priced: true,
    offer: offer.id,
    model: offer.model,
    provider: offer.provider,
    currency: period.currency,
    at: instantText(wanted.at),
    from: period.from,
    until: period.until,
    checked: period.checked,
    status: period.status,
    rates: Object.fromEntries([...rates].map(([meter, rate]) => [meter, toExact(rate)])),
    sources: period.sources.map(({ ref, date }) => `${ref} (${date})`),
    rules,
    possibleRules: period.rules,
    warnings: priceWarnings(wanted, { prices, offer, period, unknown, otherHosts }),
  };
  return { price, rates, minimum: period.minimum ?? {}, otherHosts };
}
