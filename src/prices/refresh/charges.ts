import { METERS, type Meter, PER } from '../../meters/index.js';
import { multiply, type Rational, ratio, rational, ZERO } from '../../money/index.js';
import type { Bracket } from '../bracket-of.js';
import { type PricesInForce, priceInForce } from '../price-in-force.js';
import type { IndexedPrices } from '../price-table.js';
import { OUTPUT, PROMPT } from '../prompt-size.js';
import { AS_TEXT, COVERED_BY_FEE, rateOf } from '../rate-of.js';
import type { Offer, Rates } from '../types.js';
import type { Circumstance } from './circumstances.js';

/**
 * What a meter costs: some rate for each unit, and whatever is used, the least. A bill is a sum of the greater of the two, so no bill
 * moves further than they do.
 */
export interface Charge {
  readonly rate: Rational;
  readonly least: Rational;
}

const NONE: Charge = { rate: ZERO, least: ZERO };

/**
 * The price of an offer in some circumstances.
 *
 * @returns The price; nothing where such a call is not priced.
 */
export function priceUnder(
  table: IndexedPrices,
  offer: Offer,
  { at, conditions, quantities }: Circumstance,
): PricesInForce | undefined {
  const price = priceInForce(table, offer, at, conditions, quantities);
  if (typeof price === 'string') return undefined;
  return price.unknown.some((condition) => condition !== 'region') ? undefined : price;
}

/**
 * What a price charges for each meter.
 *
 * @param price - The price.
 * @param position - For the token after so many, where brackets tell them apart.
 *
 * @returns Meter → charge, as bills have it: what falls back to another rate has that one, what a fee covers is free, and so is a fee
 * that is not asked.
 */
export function chargesOf(price: PricesInForce, position = 0): Map<Meter, Charge> {
  const charges = new Map<Meter, Charge>();
  for (const meter of METERS) {
    const rates = ratesFor(meter, price, position);
    const text = AS_TEXT[meter];
    const rate = rateOf(meter, rates) ?? (text && rateOf(text, rates));
    if (!rate) continue;
    charges.set(meter, { rate, least: leastCharge(meter, rate, price.period.minimum) });
  }
  const free = price.rates.has('request') ? COVERED_BY_FEE : (['request'] as const);
  for (const meter of free) if (!price.rates.has(meter)) charges.set(meter, NONE);
  return charges;
}

/** What the least quantity costs that is billed of a meter once it is used. */
export function leastCharge(meter: Meter, rate: Rational, minimum: Rates = {}): Rational {
  return multiply(multiply(rate, rational(minimum[meter] ?? '0')), ratio(1n, BigInt(PER[meter])));
}

function ratesFor(
  meter: Meter,
  { rates, brackets }: PricesInForce,
  position: number,
): PricesInForce['rates'] {
  const open = brackets.filter((bracket) => bracket.after <= position && hasMeter(bracket, meter));
  return open.length === 0
    ? rates
    : new Map([rates, ...open.map((each) => each.rates)].flatMap((m) => [...m]));
}

function hasMeter({ side }: Bracket, meter: Meter): boolean {
  return (side === 'prompt' ? PROMPT : OUTPUT).includes(meter);
}
