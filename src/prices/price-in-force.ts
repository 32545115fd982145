import type { Meter, Quantities } from '../meters/index.js';
import type { Conditions } from '../models/index.js';
import { multiply, type Rational, rational } from '../money/index.js';
import { type Bracket, bracketOf } from './bracket-of.js';
import { periodAt } from './period-at.js';
import { indexed } from './price-table.js';
import { pricedRegion } from './priced-region.js';
import { promptSize } from './prompt-size.js';
import { askedFor, ruleHolds } from './rule-holds.js';
import type { Offer, Period, PriceTable, Rates } from './types.js';

/** The rates of an offer at one instant, after its rules. */
export interface PricesInForce {
  readonly period: Period;
  /** Exact rates by meter, each per `PER[meter]` units. */
  readonly rates: ReadonlyMap<Meter, Rational>;
  /** Rates that only tokens beyond a bound pay, in the order of their rules: the later wins. Rare: nearly all tiers are cliffs. */
  readonly brackets: readonly Bracket[];
  /** Names of the rules that applied. */
  readonly rules: readonly string[];
  /** The area whose rules held for the region asked for, where no rule names the region itself. */
  readonly area?: string;
  /** Conditions asked for that no rule of the period knows: their price is unknown. */
  readonly unknown: readonly Condition[];
}

type OpenBracket = Bracket & { readonly rates: Map<Meter, Rational> };

export type Condition = 'serviceTier' | 'speed' | 'region' | 'variant';
const CONDITIONS: readonly Condition[] = ['serviceTier', 'speed', 'region', 'variant'];

/**
 * What an offer costs at an instant, under some conditions, for a request of some size.
 *
 * `replace` rules go first, in order, and the later wins meter by meter; then every `multiply` rule that holds counts.
 *
 * @param prices - The table that holds the offer, for its calendars.
 * @param offer - The offer.
 * @param at - The instant.
 * @param given - Tier, speed, region, variant, thinking; `at` and `provider` are not read.
 * @param quantities - What is used: sellers price long prompts higher.
 *
 * @returns The rates; or `'not-yet'` before the offer began, `'retired'` after it ended.
 */
export function priceInForce(
  prices: PriceTable,
  offer: Offer,
  at: Date,
  given: Conditions = {},
  quantities: Quantities = {},
): PricesInForce | 'not-yet' | 'retired' {
  const period = periodAt(offer, at);
  if (typeof period === 'string') return period;
  const { calendars } = indexed(prices);
  const { region } = given;
  const place = region === undefined ? undefined : pricedRegion(period, region);
  const conditions = place === undefined ? given : { ...given, region: place };
  const circumstances = { at, conditions, size: promptSize(quantities), calendars };
  const holding = period.rules.filter(({ when }) => ruleHolds(when, circumstances));
  const rates = rationals(period.rates);
  const brackets: OpenBracket[] = [];
  for (const rule of holding) {
    if (rule.kind !== 'replace') continue;
    const own = rationals(rule.rates);
    if (rule.scope === 'marginal') brackets.push({ ...bracketOf(rule.when), rates: own });
    else for (const [meter, rate] of own) rates.set(meter, rate);
  }
  for (const rule of holding) {
    if (rule.kind !== 'multiply') continue;
    for (const each of [rates, ...brackets.map((bracket) => bracket.rates)]) scale(each, rule.by, rule.only);
  }
  const rules = holding.map(({ name }) => name);
  const isWider = place !== undefined && place.toLowerCase() !== region?.toLowerCase();
  return {
    period,
    rates,
    brackets,
    rules,
    ...(isWider && { area: place }),
    unknown: unknownOf(period, conditions),
  };
}

function scale(rates: Map<Meter, Rational>, by: string, only: readonly Meter[] | undefined): void {
  for (const meter of only ?? rates.keys()) {
    const rate = rates.get(meter);
    if (rate) rates.set(meter, multiply(rate, rational(by)));
  }
}

function rationals(rates: Rates): Map<Meter, Rational> {
  return new Map(Object.entries(rates).map(([meter, rate]) => [meter as Meter, rational(rate)]));
}

// A rule that names several conditions knows them together only: a fast price of the standard tier says nothing of a batch.
function unknownOf(period: Period, conditions: Conditions): Condition[] {
  const known = period.rules.filter(({ when }) => askedFor(when, conditions));
  return CONDITIONS.filter((condition) => {
    const value = conditions[condition];
    return value !== undefined && value !== 'standard' && !known.some(({ when }) => when[condition]);
  });
}
