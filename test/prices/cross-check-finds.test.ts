import { describe, expect, it } from 'vitest';
import { crossCheck } from '../../cross-check/cross-check.js';
import { VOUCHED } from '../../cross-check/market.js';
import { PAYLOADS } from '../../cross-check/payloads.js';
import { multiply, type Rational, ratio, rational, toExact } from '../../src/money/index.js';
import { bundledPrices, type Offer, offersOf, type Rates } from '../../src/prices/index.js';
import { indexed, indexPrices } from '../../src/prices/price-table.js';

const { offers, asOf, calendars } = indexed(bundledPrices);
const all = [...offers.values()].flat();

function times(offer: Offer, factor: Rational): Offer {
  const rates = (given: Rates): Rates =>
    Object.fromEntries(
      Object.entries(given).map(([meter, rate]) => [meter, toExact(multiply(rational(rate), factor))]),
    );
  return { ...offer, periods: offer.periods.map((period) => ({ ...period, rates: rates(period.rates) })) };
}

// Skipped where ../shared is absent: the lists are other people's and no part of this repository.
describe.skipIf(PAYLOADS === undefined)('a wrong price that is pieced together', () => {
  it.each<[string, Rational]>([
    ['10 times too high', ratio(10n, 1n)],
    ['7 times too low', ratio(1n, 7n)],
  ])('is found where it is %s and a list has the right one', (_, factor) => {
    const agreeing = new Set(
      crossCheck(PAYLOADS!).lists.flatMap((list) =>
        [...list.agreeing].flatMap(([id, meters]) =>
          meters.has('input') || meters.has('output') ? [id] : [],
        ),
      ),
    );
    const checked = all.filter(
      ({ id, periods: [first, ...later] }) =>
        agreeing.has(id) &&
        later.length === 0 &&
        first!.status === 'reconstructed' &&
        first!.rates.input !== '0',
    );
    expect(checked.length).toBeGreaterThan(600);
    // One half at a time: a price is also held against those of its siblings.
    const missed = [0, 1].flatMap((half) => {
      const wrong = new Set(checked.filter((_each, index) => index % 2 === half));
      const table = indexPrices(
        asOf,
        all.map((each) => (wrong.has(each) ? times(each, factor) : each)),
        calendars,
      );
      const { judged } = crossCheck(PAYLOADS!, table);
      const open = new Set(
        judged.flatMap(({ provider, model, reason }) =>
          reason === 'unjudged' ? [`${provider}/${model}`] : [],
        ),
      );
      return [...wrong].flatMap(({ id }) => (open.has(id) ? [] : [id]));
    });
    expect(missed).toEqual([]);
  });
});

it('prices that a person vouches for are ours, with a sentence each', () => {
  for (const { provider, model, ours, because } of VOUCHED) {
    const offer = offersOf(bundledPrices, model).find((each) => each.provider === provider);
    const isOurs = offer?.periods.some(({ rates }) =>
      Object.entries(ours).every(([meter, rate]) => rates[meter as keyof Rates] === rate),
    );
    expect(isOurs, `${provider}/${model}`).toBe(true);
    expect(because).toMatch(/^[A-Z`].*\.$|^[a-z.]+ of \d.*\.$/);
  }
});
