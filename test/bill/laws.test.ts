import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBiller } from '../../src/bill/index.js';
import type { Meter, Quantities } from '../../src/meters/index.js';
import { type Conditions, listModels } from '../../src/models/index.js';
import { add, compare, multiply, ratio, rational, toDecimal, ZERO } from '../../src/money/index.js';
import { bundledPrices, type Offer, offersOf, type Period } from '../../src/prices/index.js';
import { indexed, indexPrices } from '../../src/prices/price-table.js';

const offers = listModels().flatMap(({ model }) => offersOf(bundledPrices, model));
const { billOf, priceOf } = createBiller({ now: () => new Date('2026-11-24T05:00:00Z') });
const TIERS = ['standard', 'batch', 'flex', 'priority'] as const;
const DAY = 86_400_000;

/** An instant within each period of an offer. */
function instantsOf({ periods }: Offer): readonly string[] {
  return periods.map(({ from, until, checked }) => {
    const begun = from === null ? undefined : Date.parse(from);
    const ended = until === null ? undefined : Date.parse(until);
    const at = begun ?? (ended === undefined ? Date.parse(checked) : ended - DAY);
    return new Date(at).toISOString();
  });
}

interface Call {
  readonly offer: Offer;
  readonly conditions: Conditions & { readonly model: string };
  /** Meters that this price has a rate for. */
  readonly meters: readonly Meter[];
}

/** Every offer, in each of its periods, in each tier it has a price for. */
const calls: readonly Call[] = offers.flatMap((offer) =>
  instantsOf(offer).flatMap((at) =>
    TIERS.flatMap((serviceTier) => {
      const conditions = { model: offer.model, provider: offer.provider, at, serviceTier };
      const price = priceOf(offer.model, conditions);
      return price.priced ? [{ offer, conditions, meters: Object.keys(price.rates) as Meter[] }] : [];
    }),
  ),
);

const counts = fc.array(fc.nat(3_000_000), { minLength: 26, maxLength: 26 });
const some = ({ meters }: Call, numbers: readonly number[], most = Infinity): Quantities =>
  Object.fromEntries(meters.map((meter, at) => [meter, numbers[at]! % most]));

function priced(call: Call, quantities: Quantities) {
  const bill = billOf(quantities, call.conditions);
  if (!bill.priced) throw new Error(`${call.offer.id}: ${bill.price.message}`);
  return bill;
}

test('the laws are tried on every offer, in each of its periods', () => {
  expect(new Set(calls.map(({ offer }) => offer.id))).toEqual(new Set(offers.map(({ id }) => id)));
  expect(calls.length).toBeGreaterThan(offers.length);
});

describe('of every offer', () => {
  test('lines are quantity × rate, and add up to the total exactly', () => {
    for (const call of calls) {
      fc.assert(
        fc.property(counts, (numbers) => {
          const { lines, total } = priced(call, some(call, numbers));
          expect(total).toBe(toDecimal(lines.map(({ amount }) => rational(amount)).reduce(add, ZERO)));
          for (const { quantity, rate, per, amount } of lines) {
            const exact = multiply(multiply(rational(rate), rational(quantity)), ratio(1n, BigInt(per)));
            expect(amount).toBe(toDecimal(exact));
          }
        }),
        { numRuns: 3 },
      );
    }
  });

  test('costs add up where the same rules hold, and more never costs less', () => {
    for (const call of calls) {
      fc.assert(
        fc.property(counts, counts, (one, other) => {
          const [a, b] = [some(call, one, 20_000), some(call, other, 20_000)];
          const both = Object.fromEntries(call.meters.map((meter) => [meter, a[meter]! + b[meter]!]));
          const bills = [a, b, both].map((quantities) => priced(call, quantities));
          fc.pre(new Set(bills.map(({ price }) => String(price.rules))).size === 1);
          const [first, second, sum] = bills.map(({ total }) => rational(total)) as [Exact, Exact, Exact];
          // A rate that no decimal can write is rounded in each line, at 18 places; so is a second of one for hours, where few of
          // them are billed as more.
          if (call.meters.every((meter) => meter !== 'audioSecond' && !priceIsFraction(call, meter)))
            expect(sum).toEqual(add(first, second));
          expect(compare(sum, first)).toBeGreaterThanOrEqual(0);
        }),
        { numRuns: 3 },
      );
    }
  });
});

type Exact = ReturnType<typeof rational>;

function priceIsFraction({ conditions }: Call, meter: Meter): boolean {
  const price = priceOf(conditions.model, conditions);
  return price.priced && (price.rates[meter] ?? '').includes('/');
}

test('a later period changes no older answer', () => {
  const { calendars } = indexed(bundledPrices);
  const until = '2027-06-01T00:00:00Z';
  const later = (offer: Offer): Offer => {
    const last = offer.periods.at(-1)!;
    if (last.until !== null) return offer;
    const dear = Object.fromEntries(Object.keys(last.rates).map((meter) => [meter, '999']));
    const next: Period = { ...last, from: until, until: null, rates: dear, rules: [], status: 'announced' };
    return { ...offer, periods: [...offer.periods.slice(0, -1), { ...last, until }, next] };
  };
  const prices = indexPrices(bundledPrices.asOf, offers.map(later), calendars);
  const after = createBiller({ prices, now: () => new Date('2026-11-24T05:00:00Z') });
  for (const call of calls) {
    const quantities = Object.fromEntries(call.meters.map((meter) => [meter, 1_234]));
    const [old, replayed] = [billOf(quantities, call.conditions), after.billOf(quantities, call.conditions)];
    expect(replayed.priced && replayed.lines).toEqual(old.priced && old.lines);
  }
});
