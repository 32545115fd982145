import type { Currency, Meter } from '../../meters/index.js';
import { compare, multiply, type Rational, ratio, rational, toExact, ZERO } from '../../money/index.js';
import { type KnownRates, knownRates } from '../known-rates.js';
import type { IndexedPrices } from '../price-table.js';
import type { Offer } from '../types.js';
import { type Charge, leastCharge } from './charges.js';

/** Sellers of one model differ by less. */
const APART = ratio(10n, 1n);
/** What nobody sold before may be so far beyond the dearest and the cheapest. */
const BEYOND = ratio(3n, 1n);

/** Whose a rate is that the table does not have yet. */
export interface Newcomer {
  readonly offer: Offer;
  /** The offer as it was, where only the rate is new. */
  readonly before: Offer | undefined;
  readonly currency: Currency;
  /** By which factor its other rates may change. */
  readonly limit: Rational;
}

/** What things are known to be worth. */
export interface Worth {
  /** How a new charge is unlike those of the same offer; else of the same model, of any seller; else of all. */
  unlike(meter: Meter, charge: Charge, newcomer: Newcomer): string | undefined;
}

type Known = ReadonlyMap<Meter, KnownRates>;

/**
 * What things are worth by a table.
 *
 * @param table - The table that is good.
 */
export function createWorth(table: IndexedPrices): Worth {
  const all = [...table.offers.values()].flat();
  const market = new Map<Currency, Known>();
  const anywhere = (currency: Currency): Known => {
    const known = market.get(currency) ?? knownRates(all, currency);
    market.set(currency, known);
    return known;
  };

  function measure(meter: Meter, { offer, before, currency, limit }: Newcomer): Measure | undefined {
    const own = before && knownRates([before], currency).get(meter);
    if (own) return { ...own, factor: limit };
    const model = knownRates(table.offers.get(offer.model) ?? [], currency).get(meter);
    if (model) return { ...model, factor: APART };
    const any = anywhere(currency).get(meter);
    // An embedding model has no output to sell, and cached tokens may cost nothing to keep; all of an offer is never free.
    return any && { ...any, factor: BEYOND, mayBeFree: knownRates([offer]).size > 0 };
  }

  function highestLeast(meter: Meter, currency: Currency): Rational {
    const known = all
      .flatMap(({ periods }) => periods)
      .filter((period) => period.currency === currency)
      .map(({ rates, minimum }) => leastCharge(meter, rational(rates[meter] ?? '0'), minimum));
    return known.reduce((a, b) => (compare(a, b) > 0 ? a : b), ZERO);
  }

  return {
    unlike(meter, { rate, least }, newcomer) {
      const { currency } = newcomer;
      const known = measure(meter, newcomer);
      if (!known) return `is ${toExact(rate)} ${currency}, and nothing is known to compare it with`;
      const { most, least: cheapest, factor, mayBeFree = false } = known;
      const isFree = compare(rate, ZERO) === 0;
      if (compare(rate, multiply(most, factor)) > 0)
        return `is ${toExact(rate)}, more than ${toExact(factor)} times the dearest known, ${toExact(most)}`;
      if (compare(multiply(rate, factor), cheapest) < 0 && !(isFree && mayBeFree))
        return `is ${toExact(rate)}, less than the cheapest known, ${toExact(cheapest)}, by more than ${toExact(factor)} times`;
      const highest = highestLeast(meter, currency);
      if (compare(least, multiply(highest, factor)) > 0)
        return `costs ${toExact(least)} at least; the highest such minimum known is ${toExact(highest)}`;
      return undefined;
    },
  };
}

interface Measure extends KnownRates {
  readonly factor: Rational;
  readonly mayBeFree?: boolean;
}
