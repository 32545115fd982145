import type { Currency } from '../meters/index.js';
import { compare, isZero, type Rational, rational, toSteps } from '../money/index.js';
import { thousands } from './thousands.js';

const SYMBOL: Readonly<Record<Currency, string>> = { USD: '$', EUR: '€', CNY: 'CN¥' };
const MOST_PLACES = 12;
const CENTS = 2;

/** The sign of a currency, e.g. `"$"`. */
export function symbolOf(currency: Currency): string {
  return SYMBOL[currency];
}

/** An amount to be shown. */
export interface Money {
  readonly currency: Currency;
  readonly amount: Rational;
}

/**
 * Amounts as they stand in one column.
 *
 * @param column - The amounts, from the top.
 * @param places - Decimal places of them all.
 *
 * @returns For example `['$0.00040', '$0.03000']`, rounded half-even.
 */
export function moneyColumn(column: readonly Money[], places: number): string[] {
  return column.map(({ currency, amount }) => {
    const [whole = '', fraction = ''] = fixed(amount, places).split('.');
    return `${SYMBOL[currency]}${thousands(whole)}.${fraction}`;
  });
}

/**
 * As many decimal places as the smallest amount needs to be read.
 *
 * @param amounts - What stands in the column.
 * @param digits - Significant digits that the smallest one shows, unless all end before.
 *
 * @returns From 2 to 12.
 */
export function placesFor(amounts: readonly Rational[], digits: number): number {
  const smallest = amounts.filter((amount) => !isZero(amount)).sort(compare)[0];
  if (smallest === undefined) return CENTS;
  let enough = CENTS;
  while (enough < MOST_PLACES && toSteps(smallest, enough, 'half-even') < 10n ** BigInt(digits - 1)) enough++;
  let used = CENTS; // amounts that all end earlier need no zeros behind them
  while (used < enough && amounts.some((amount) => !endsWithin(amount, used))) used++;
  return used;
}

function endsWithin(amount: Rational, places: number): boolean {
  return compare(rational(fixed(amount, places)), amount) === 0;
}

function fixed(amount: Rational, places: number): string {
  const steps = toSteps(amount, places, 'half-even')
    .toString()
    .padStart(places + 1, '0');
  return `${steps.slice(0, -places)}.${steps.slice(-places)}`;
}
