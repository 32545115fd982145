import { shown } from '../errors/index.js';
import {
  type Condition,
  calendarGap,
  isDateAlone,
  type Offer,
  type Period,
  type PricesWithin,
  type PriceTable,
} from '../prices/index.js';
import type { Warning } from '../usage/index.js';
import type { Wanted } from './wanted.js';

/** After this many days a price that nobody looked at may have changed. */
export const STALE_DAYS = 120;
const DAY = 86_400_000;

/** A price that was found, and where. */
export interface PriceFound {
  readonly prices: PriceTable;
  readonly offer: Offer;
  readonly period: Period;
  /** The prices of the stretch of time asked for, where no hour was given. */
  readonly within: PricesWithin;
  /** The area that stands in for the region asked for. */
  readonly area: string | undefined;
  readonly unknown: readonly Condition[];
  readonly otherHosts: readonly string[];
}

/**
 * What the reader of a price should know about it.
 *
 * @param wanted - What was asked.
 * @param found - What was found.
 *
 * @returns Warnings, the weightiest first.
 */
export function priceWarnings(wanted: Wanted, found: PriceFound): Warning[] {
  return [
    ...hostAssumed(wanted, found),
    ...floats(wanted),
    ...deprecated(wanted, found),
    ...severalPrices(wanted, found),
    ...calendarEnds(wanted, found),
    ...regionIgnored(wanted, found),
    ...evidence(wanted, found),
  ];
}

function hostAssumed({ record, provider, hostAssumed }: Wanted, { otherHosts }: PriceFound): Warning[] {
  if (!hostAssumed) return [];
  const others = otherHosts.length > 0 ? ` Also sold by ${otherHosts.join(', ')}: name one as provider.` : '';
  const why =
    record.vendor === provider
      ? `Several sell ${record.id}, and none was named`
      : `${record.vendor} does not sell ${record.id}`;
  return [{ code: 'host-assumed', message: `${why}; this is the price of ${provider}.${others}` }];
}

function floats({ floating }: Wanted): Warning[] {
  if (!floating) return [];
  const { id, means, since } = floating;
  const message = `${shown(id)} means ${means} since ${since}; its seller may point it to another model, at another price.`;
  return [{ code: 'floating-id', message }];
}

function deprecated({ record, provider, at }: Wanted, { period }: PriceFound): Warning[] {
  const { id, vendor, lifecycle, successors } = record;
  const hasCome = (day: string | undefined): boolean => day !== undefined && at.getTime() >= Date.parse(day);
  const { deprecated, retired } = lifecycle ?? {};
  // Hosts go on selling what its maker has retired.
  const isGone = hasCome(retired) && provider === vendor;
  if (!isGone && !hasCome(deprecated)) return [];
  const servedOn = period.from !== null && !(Date.parse(period.from) < Date.parse(retired ?? ''));
  const gone = servedOn ? 'the id is billed at this price since' : 'this is its last price there';
  const what = isGone
    ? `${vendor} retired ${id} on ${retired}; ${gone}.`
    : `${id} is deprecated since ${deprecated}${retired ? `, at ${vendor} until ${retired}` : ''}.`;
  const names = successors ? ` Successors: ${successors.join(', ')}.` : '';
  return [{ code: 'deprecated', message: what + names }];
}

function severalPrices({ record, conditions }: Wanted, { offer, period, within }: PriceFound): Warning[] {
  if (isDateAlone(conditions.at)) {
    if (within.prices.length < 2 && !within.gaps) return [];
    return [
      {
        code: 'day-has-several-prices',
        message: `${offer.id} has several prices on ${conditions.at}; this is the one at 00:00Z. Give the time as well.`,
      },
    ];
  }
  const hours = period.rules.filter(({ when }) => when.schedule).map(({ name }) => name);
  if (conditions.at !== undefined || hours.length === 0) return [];
  return [
    {
      code: 'price-varies',
      message: `The price of ${record.id} depends on the hour (${hours.join(', ')}); this is the price now.`,
    },
  ];
}

function calendarEnds({ at }: Wanted, { prices, period, offer }: PriceFound): Warning[] {
  const gap = calendarGap(prices, period, at);
  if (!gap) return [];
  const { name, from, until, date } = gap;
  return [
    {
      code: 'calendar-ends',
      message: `Whether ${date} is a holiday is not known: calendar ${name} goes from ${from} until ${until}. The price of ${offer.id} is that of a working day.`,
    },
  ];
}

function regionIgnored({ provider, conditions }: Wanted, { area, unknown }: PriceFound): Warning[] {
  if (area === undefined && !unknown.includes('region')) return [];
  const price = area === undefined ? 'list' : area;
  return [
    {
      code: 'region-not-priced',
      message: `No price of its own is known for region ${conditions.region} at ${provider}; this is the ${price} price.`,
    },
  ];
}

function evidence({ at }: Wanted, { offer, period }: PriceFound): Warning[] {
  const warnings: Warning[] = [];
  if (period.status !== 'in-force') {
    const origin =
      period.status === 'announced'
        ? 'was announced, not seen in force'
        : 'is pieced together from listings of others';
    warnings.push({ code: `price-${period.status}`, message: `This price of ${offer.id} ${origin}.` });
  }
  const age = ageOf(period, at);
  if (period.until === null && age > STALE_DAYS) {
    warnings.push({
      code: 'stale-price',
      message: `This price of ${offer.id} was last checked on ${period.checked}, ${age} days before.`,
    });
  }
  return warnings;
}

/**
 * How old a price is.
 *
 * @param period - Its period.
 * @param at - The instant asked for.
 *
 * @returns Whole days since it was checked; negative when it was checked later.
 */
export function ageOf({ checked }: Period, at: Date): number {
  return Math.floor((at.getTime() - Date.parse(checked)) / DAY);
}
