import { compare, multiply, type Rational, ratio, toExact, ZERO } from '../../money/index.js';
import { periodAt } from '../period-at.js';
import { offersOf } from '../price-table.js';
import type { Offer, Period, PriceTable } from '../types.js';
import type { ExactRow, Note } from './exact-row.js';
import { type Pair, pairOf, pairOfPeriod, pairsOfPeriod, same, shown } from './listed-pairs.js';

const FACTOR = ratio(3n, 1n);
// Yuan to the dollar since 2017, and what a converted list shows.
const YUAN = [ratio(66n, 10n), ratio(73n, 10n)] as const;
const ALIKE = ratio(1n, 20n);

/**
 * Holds the price a row says is in force against the table's, of the same seller and day.
 *
 * Another seller's price is no measure; a model that the seller does not have in the table is only looked at by itself.
 *
 * @param row - A row for the plain price.
 * @param prices - The table.
 * @param at - The day of the feed.
 * @param note - Where findings go.
 *
 * @returns Whether the row may be a candidate.
 */
export function agreesWithTable(row: ExactRow, prices: PriceTable, at: Date, note: Note): boolean {
  const offer = offersOf(prices, row.model).find(({ provider }) => provider === row.seller);
  const theirs = pairOf(row.periods.at(-1));
  if (!theirs || !row.chat) return true;
  const found = offer && periodAt(offer, at);
  const ours = typeof found === 'object' ? pairOfPeriod(found) : undefined;
  const refuse = (code: Parameters<Note>[0], message: string): false => {
    note(code, 'refused', row.path, message);
    return false;
  };
  if (typeof found === 'object' && pairsOfPeriod(found).some((each) => same(each, theirs))) return true;
  const [listed, known] = [shown(theirs), ours && shown(ours)];
  if (ours && same(theirs, { input: ours.output, output: ours.input })) {
    return refuse('swapped', `${listed} is ${known} the other way round.`);
  }
  if (compare(theirs.output, theirs.input) < 0) {
    return refuse(
      'output-below-input',
      `Output ${toExact(theirs.output)} is below input ${toExact(theirs.input)}.`,
    );
  }
  const inDollars = offer && !dated(row, found) ? yuanOf(theirs, offer) : undefined;
  if (inDollars) return refuse('other-currency', `${listed} is ${shown(inDollars)} in yuan, not in dollars.`);
  if (!ours || typeof found !== 'object' || dated(row, found)) return true;
  if (far(theirs.input, ours.input) || far(theirs.output, ours.output)) {
    return refuse(
      'big-change',
      `${listed} is more than 3 times off ${known}, checked on ${found.checked}${before(theirs, offer)}.`,
    );
  }
  return true;
}

// The feed says since when: after the day on which the table's price was last seen.
function dated(row: ExactRow, ours: Period | string | undefined): boolean {
  const from = row.periods.at(-1)?.from ?? null;
  return from !== null && typeof ours === 'object' && from > ours.checked;
}

function far(a: Rational, b: Rational): boolean {
  if (compare(a, ZERO) === 0 || compare(b, ZERO) === 0) return compare(a, b) !== 0;
  return compare(a, multiply(b, FACTOR)) > 0 || compare(b, multiply(a, FACTOR)) > 0;
}

// Both numbers of some price of the offer, times the same rate of exchange.
function yuanOf(theirs: Pair, { periods }: Offer): Pair | undefined {
  return periods
    .filter(({ currency }) => currency === 'USD')
    .flatMap(pairsOfPeriod)
    .find((ours) => {
      if (ours.input.n === 0n || ours.output.n === 0n) return false;
      const rates = [over(theirs.input, ours.input), over(theirs.output, ours.output)] as const;
      const within = rates.every((rate) => compare(rate, YUAN[0]) >= 0 && compare(rate, YUAN[1]) <= 0);
      const apart = over(rates[0], rates[1]);
      const alike = compare(apart, ratio(1n, 1n)) >= 0 ? apart : over(rates[1], rates[0]);
      return within && compare(alike, { n: ALIKE.d + ALIKE.n, d: ALIKE.d }) <= 0;
    });
}

function over(a: Rational, b: Rational): Rational {
  return multiply(a, { n: b.d, d: b.n });
}

function before(theirs: Pair, offer: Offer | undefined): string {
  const old = offer?.periods.find((period) => {
    const pair = pairOfPeriod(period);
    return pair !== undefined && same(pair, theirs);
  });
  return old?.until ? `; it is the price until ${old.until}` : '';
}
