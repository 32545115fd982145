import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceOf } from '../../src/bill/index.js';
import { type EstimateRequest, estimateCostSync, type PricedEstimate } from '../../src/estimate/index.js';
import { listModels } from '../../src/models/index.js';
import { add, compare, multiply, type Rational, ratio, rational, ZERO } from '../../src/money/index.js';
import { letterEncoding } from './letter-encoding.js';

const AT = '2026-11-01T12:00Z';
const sold = listModels()
  .map(({ model }) => model)
  .filter((model) => priceOf(model, { at: AT }).priced);
const encoding = letterEncoding('letters');

const model = fc.constantFrom(...sold);
const count = fc.nat({ max: 400_000 });
const calls = fc.integer({ min: 1, max: 1_000_000 });
const output = fc.oneof(
  count,
  fc.tuple(count, count).map(([a, b]) => ({ expected: Math.min(a, b), max: Math.max(a, b) })),
  count.map((max) => ({ max })),
  count.map((expected) => ({ expected })),
  fc.constant(undefined),
);
const request = fc.record({ model, input: count, output, calls, choices: fc.integer({ min: 1, max: 8 }) });

// The cost of a priced call; a rate that is missing for it is no counterexample to a law of costs.
function priced(given: EstimateRequest): PricedEstimate {
  const estimate = estimateCostSync({ at: AT, ...given });
  fc.pre(estimate.priced);
  return estimate as PricedEstimate;
}
const likely = (given: EstimateRequest): Rational => rational(priced(given).cost.likely);
const total = (amounts: readonly string[]): Rational => amounts.map(rational).reduce(add, ZERO);

test('the laws are tried on many models', () => {
  expect(sold.length).toBeGreaterThan(30);
});

describe('an estimate of any size', () => {
  test('is low, then likely, then high, in tokens and in money', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { tokens, cost } = priced(given);
        for (const { low, likely, high } of [tokens!.input, tokens!.output]) {
          expect(low <= likely && likely <= high).toBe(true);
        }
        expect(compare(rational(cost.low), rational(cost.likely))).toBeLessThan(1);
        expect(compare(rational(cost.likely), rational(cost.high))).toBeLessThan(1);
      }),
    );
  });

  test('has lines that are quantity × rate, and that add up to its likely cost', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { lines, cost } = priced(given);
        expect(total(lines.map(({ amount }) => amount))).toEqual(rational(cost.likely));
        for (const { quantity, rate, per, amount } of lines) {
          const exact = multiply(multiply(rational(rate), rational(quantity)), ratio(1n, BigInt(per)));
          expect(rational(amount)).toEqual(exact);
        }
      }),
    );
  });

  test('costs as many times more as there are calls', () => {
    fc.assert(
      fc.property(request, calls, (given, many) => {
        const one = multiply(likely({ ...given, calls: 1 }), rational(many));
        expect(likely({ ...given, calls: many })).toEqual(one);
      }),
    );
  });

  test('pays for each choice as for an answer of its own', () => {
    fc.assert(
      fc.property(model, count, count, fc.integer({ min: 1, max: 8 }), (model, input, output, choices) => {
        const asked = likely({ model, input, output, choices });
        expect(asked).toEqual(likely({ model, input, output: output * choices }));
      }),
    );
  });
});

describe('within one price', () => {
  const pair = fc.tuple(count, count, count, count);

  test('more tokens never cost less', () => {
    fc.assert(
      fc.property(model, pair, (model, [input, output, moreIn, moreOut]) => {
        const small = priced({ model, input, output });
        const large = priced({ model, input: input + moreIn, output: output + moreOut });
        fc.pre(String(small.price.rules) === String(large.price.rules));
        expect(compare(rational(small.cost.likely), rational(large.cost.likely))).toBeLessThan(1);
      }),
    );
  });

  test('two calls cost what the tokens of both would in one, where no request has a fee', () => {
    fc.assert(
      fc.property(model, pair, (model, [input, output, otherIn, otherOut]) => {
        const [one, other, both] = [
          priced({ model, input, output }),
          priced({ model, input: otherIn, output: otherOut }),
          priced({ model, input: input + otherIn, output: output + otherOut }),
        ];
        const rules = new Set([one, other, both].map(({ price }) => String(price.rules)));
        fc.pre(rules.size === 1 && both.price.rates.request === undefined);
        expect(total([one.cost.likely, other.cost.likely])).toEqual(rational(both.cost.likely));
      }),
    );
  });
});

describe('the input', () => {
  test('is divided between fresh and cached tokens, without one lost or counted twice', () => {
    fc.assert(
      fc.property(model, count, count, (model, read, fresh) => {
        const { lines } = priced({ model, input: read + fresh, cachedInput: read, output: 0 });
        const quantities = Object.fromEntries(lines.map(({ meter, quantity }) => [meter, quantity]));
        expect([quantities['cacheRead'] ?? 0, quantities['input'] ?? 0]).toEqual([read, fresh]);
      }),
    );
  });

  test('is what its text says, whatever the text says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (prompt) => {
        const given = { model: 'o1', output: 1, at: AT };
        const { letters, lines, tokens } = priced({ ...given, prompt, encoding });
        expect([letters, tokens!.input.likely]).toEqual([[...prompt].length, [...prompt].length]);
        expect(lines).toEqual(priced({ ...given, input: letters }).lines);
      }),
    );
  });
});

test('a number that counts nothing is refused wherever it stands', () => {
  const hostile = fc.oneof(
    fc.double().filter((number) => !Number.isSafeInteger(number) || number < 0),
    fc.integer({ max: -1 }),
    fc.constantFrom<unknown>('5', null, true, 5n, [], [5], Symbol.iterator, () => 5),
  );
  const place = fc.constantFrom('input', 'output', 'cachedInput', 'calls', 'choices');
  const part = fc.constantFrom('output.expected', 'output.max', 'cachedInput.read', 'cachedInput.write');
  fc.assert(
    fc.property(fc.oneof(place, part), hostile, (name, number) => {
      const [field, inner] = name.split('.') as [string, string | undefined];
      const value = inner === undefined ? number : { [inner]: number };
      const given = { model: 'o1', input: 1, output: 1, at: AT, [field]: value } as EstimateRequest;
      expect(() => estimateCostSync(given)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    }),
  );
});
