import type { Meter, Quantities } from '../meters/index.js';
import type { Conditions } from '../models/index.js';
import { type Rational, toExact } from '../money/index.js';
import {
  type Bracket,
  hostsOf,
  instantText,
  isDateAlone,
  type Offer,
  offersOf,
  type PricesInForce,
  type PricesWithin,
  type PriceTable,
  priceInForce,
  pricesWithin,
} from '../prices/index.js';
import { ageOf, priceWarnings } from './price-warnings.js';
import { rateBand } from './rate-band.js';
import type { PriceInForce, Unpriced } from './types.js';
import { unknownModel, unpriced } from './unpriced.js';
import { type Wanted, wantedOf } from './wanted.js';

/** A price with its exact rates. */
export interface FoundPrice {
  readonly price: PriceInForce;
  readonly rates: ReadonlyMap<Meter, Rational>;
  readonly brackets: readonly Bracket[];
  /** The prices of all hours, where the hour was not given and they differ; else empty. */
  readonly hours: readonly PricesInForce[];
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
  const wanted = wantedOf(prices, model, given, now);
  if ('nearest' in wanted) return unknownModel(model, wanted);
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
  if (inForce.unknown.some((condition) => condition !== 'region')) {
    const asked = (['serviceTier', 'speed', 'variant'] as const)
      .filter((condition) => ![undefined, 'standard'].includes(conditions[condition]))
      .map((condition) => `${condition} ${conditions[condition]}`);
    return unpriced('no-offer', `No price of ${offer.id} with ${asked.join(' and ')} is known.`, facts);
  }
  const within = stretchOf(conditions, (days) =>
    pricesWithin(prices, offer, at, days, conditions, quantities),
  );
  return found(wanted, { prices, offer, inForce, within, otherHosts });
}

// Without an hour the price of a whole day is asked, and without a day that of the week to come.
function stretchOf({ at }: Conditions, look: (days: number) => PricesWithin): PricesWithin {
  if (at === undefined) return look(7);
  return isDateAlone(at) ? look(1) : { prices: [], gaps: false };
}

interface Finding {
  readonly prices: PriceTable;
  readonly offer: Offer;
  readonly inForce: PricesInForce;
  readonly within: PricesWithin;
  readonly otherHosts: readonly string[];
}

function found(wanted: Wanted, finding: Finding): FoundPrice {
  const { offer, inForce, within, otherHosts } = finding;
  const { period, rates, brackets, rules, area, unknown } = inForce;
  const hours = within.prices.length > 1 ? within.prices : [];
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
    ageDays: Math.max(0, ageOf(period, wanted.at)),
    status: period.status,
    ...(period.note !== undefined && { note: period.note }),
    rates: Object.fromEntries([...rates].map(([meter, rate]) => [meter, toExact(rate)])),
    sources: period.sources.map(({ ref, date }) => `${ref} (${date})`),
    rules,
    possibleRules: period.rules,
    ...(hours.length > 0 && { band: rateBand(hours) }),
    warnings: priceWarnings(wanted, { ...finding, period, area, unknown }),
  };
  return { price, rates, brackets, hours, minimum: period.minimum ?? {}, otherHosts };
}
