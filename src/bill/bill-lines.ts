import { METERS, type Meter, PER, type Quantities } from '../meters/index.js';
import {
  add,
  compare,
  multiply,
  type Rational,
  ratio,
  rational,
  toDecimal,
  toExact,
  ZERO,
} from '../money/index.js';
import { rateOf } from '../prices/index.js';
import type { FoundPrice } from './find-price.js';
import { piecesOf } from './pieces-of.js';
import type { Line } from './types.js';

/** What lines are made from. */
export type Billable = Pick<FoundPrice, 'rates' | 'brackets' | 'minimum'>;

/** The lines of a bill and their sum; or the meters that have no rate, with the lines of those that have one. */
export type BillLines =
  | { readonly lines: readonly Line[]; readonly total: string }
  | { readonly missing: readonly Meter[]; readonly lines: readonly Line[] };

/**
 * The lines of a bill.
 *
 * An amount is exact where its decimal is finite, else rounded half-even at 18 places, once, in its line. The total is the sum
 * of the lines. A meter that was not used needs no rate and makes no line; one that a bracket cuts makes a line on either side.
 *
 * @param quantities - What was used.
 * @param found - The rates.
 *
 * @returns The lines with their sum, or what is missing. A missing rate is never 0.
 */
export function billLines(quantities: Quantities, found: Billable): BillLines {
  const lines: Line[] = [];
  const missing: Meter[] = [];
  let total = ZERO;
  for (const meter of METERS) {
    const used = quantities[meter] ?? 0;
    if (used === 0) continue;
    if (!rateOf(meter, found.rates)) {
      missing.push(meter);
      continue;
    }
    for (const piece of piecesOf(meter, quantities, found.rates, found.brackets)) {
      const rate = rateOf(meter, piece.rates)!;
      const billed = atLeast(piece.quantity, found.minimum[meter]);
      const per = PER[meter];
      const amount = toDecimal(multiply(multiply(rate, billed.exact), ratio(1n, BigInt(per))));
      total = add(total, rational(amount));
      lines.push({ meter, quantity: billed.quantity, rate: toExact(rate), per, amount });
    }
  }
  return missing.length > 0 ? { missing, lines } : { lines, total: toDecimal(total) };
}

// A minimum may be a fraction, five minutes of an hour: the amount is made of it, the quantity only shows it.
function atLeast(used: number, minimum: string | undefined): { quantity: number; exact: Rational } {
  const exact = rational(used);
  const least = minimum === undefined ? ZERO : rational(minimum);
  return compare(exact, least) < 0
    ? { quantity: Number(toDecimal(least)), exact: least }
    : { quantity: used, exact };
}
