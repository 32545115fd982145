import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Bill, createBiller } from '../../../src/bill/index.js';
import type { Meter, Quantities } from '../../../src/meters/index.js';
import { bundledPrices } from '../../../src/prices/index.js';
import type { Rule } from '../../../src/prices/types.js';
import { NOW, type OpenFile, type OpenPeriod, refreshed, sellerFile } from './some-feed.js';

// With rules, hours, minimums, fees, another currency, an old price.
const OFFERS = [
  ['groq', 'llama-3.3-70b'],
  ['openai', 'gpt-5.6-sol'],
  ['openai', 'gpt-4o'],
  ['openai', 'o3'],
  ['anthropic', 'claude-opus-4-6'],
  ['deepseek', 'deepseek-v4-pro'],
  ['zai-cn', 'glm-4.7'],
  ['perplexity', 'sonar'],
  ['alibaba', 'qwen-plus'],
] as const;
const RATES = ['0', '0.000001', '0.01', '0.2', '1', '5', '40', '900'];
const DAYS = ['2024-06-01', '2025-03-01', '2026-06-01', '2026-12-01', '2026-12-05', '2027-06-01'];

const meter = fc.constantFrom<Meter>(
  'input',
  'output',
  'cacheRead',
  'cacheWrite',
  'reasoning',
  'inputImage',
  'webSearch',
  'request',
);
const rate = fc.constantFrom(...RATES);
const when = fc.constantFrom<Rule['when']>(
  {},
  { serviceTier: ['standard'] },
  { serviceTier: ['batch', 'priority'] },
  { region: ['eu'] },
  { speed: ['fast'] },
  { thinking: true },
  { promptTokens: { gt: 100_000 } },
  { outputTokens: { lt: 50 } },
  { schedule: { tz: 'Asia/Tokyo', days: [1, 2, 3], windows: [['22:00', '03:00']] } },
);
const factor = fc.constantFrom('1/20', '1/4', '1/2', '1', '2', '7', '20');

type Change = (file: OpenFile, period: OpenPeriod) => void;
const rule =
  (name: string, made: unknown): Change =>
  (file, period) => {
    Object.assign(file.rules!, { [name]: made });
    period.rules = [...(period.rules ?? []), name];
  };
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ meter, rate }).map<Change>(({ meter: each, rate: to }) => (_, { rates }) => {
    rates[each] = to;
  }),
  fc.record({ meter, by: factor }).map<Change>(({ meter: each, by }) => (_, { rates }) => {
    const [over, under = '1'] = by.split('/');
    if (rates[each] !== undefined) rates[each] = String((Number(rates[each]) * Number(over)) / Number(under));
  }),
  meter.map<Change>((each) => (_, { rates }) => {
    if (Object.keys(rates).length > 1) delete rates[each];
  }),
  fc
    .record({ meter, least: fc.constantFrom('1/100', '1', '1000') })
    .map<Change>(({ meter: each, least }) => (_, period) => {
      period.minimum = { ...period.minimum, [each]: least };
    }),
  fc.record({ when, by: factor }).map((made) => rule('times', { kind: 'multiply', ...made })),
  fc
    .record({ when, meter, rate })
    .map(({ when: how, meter: each, rate: to }) =>
      rule('instead', { kind: 'replace', when: how, rates: { [each]: to } }),
    ),
  fc.record({ meter, rate, gt: fc.constantFrom(10, 5_000) }).map(({ meter: each, rate: to, gt }) =>
    rule('beyond', {
      kind: 'replace',
      scope: 'marginal',
      when: { promptTokens: { gt } },
      rates: { [each]: to },
    }),
  ),
  fc.nat(9).map<Change>((at) => (_, period) => {
    period.rules = period.rules?.filter((_each, index) => index !== at) ?? [];
  }),
  fc.nat(9).map<Change>((at) => ({ rules }) => {
    const all = Object.values(rules!);
    const one = all[at % Math.max(1, all.length)];
    if (one) one.when = {};
  }),
  fc.constantFrom(...DAYS).map<Change>((day) => ({ offers }) => {
    const [first, second] = offers[0]!.periods;
    if (first) first.until = day;
    if (second) second.from = day;
  }),
  fc.constantFrom('USD', 'EUR', 'CNY').map<Change>((currency) => (file) => {
    Object.assign(file, { currency });
  }),
  fc.constantFrom('2020-01-01', '2026-12-01', '2999-01-01').map<Change>((day) => ({ sources }) => {
    for (const source of Object.values(sources)) source.date = day;
  }),
);

const call = fc.record(
  {
    at: fc.oneof(
      fc.constant(NOW),
      fc.date({ min: new Date('2024-05-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
    ),
    serviceTier: fc.constantFrom('standard', 'batch', 'flex', 'priority'),
    region: fc.constantFrom('us', 'eu'),
    speed: fc.constantFrom('standard', 'fast'),
    thinking: fc.boolean(),
  },
  { requiredKeys: ['at'] },
);
// What most of the offers sell, so that few bills lack a rate.
const used = fc.dictionary(
  fc.constantFrom<Meter>(
    'input',
    'output',
    'output',
    'input',
    'cacheRead',
    'cacheWrite',
    'reasoning',
    'webSearch',
    'codeExecutionHour',
  ),
  fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 400_000 })),
  { minKeys: 1, maxKeys: 2 },
);

/** Whole tokens and searches, and thousandths of an hour. */
function quantitiesOf({ codeExecutionHour, ...others }: Quantities): Quantities {
  return { ...others, ...(codeExecutionHour && { codeExecutionHour: codeExecutionHour / 1_000 }) };
}

it('no feed that is accepted changes a bill by more than ten times', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...OFFERS),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.array(fc.tuple(call, used), { minLength: 60, maxLength: 60 }),
      async ([seller, model], changes, old, calls) => {
        const file = sellerFile(seller, model);
        const { periods } = file.offers[0]!;
        for (const each of changes) each(file, old ? periods[0]! : periods.at(-1)!);
        const { status, table } = await refreshed([file]);
        if (status !== 'updated') return;
        accepted++;
        const [before, after] = [bundledPrices, table].map((prices) =>
          createBiller({ prices, now: () => NOW }),
        );
        for (const [conditions, given] of calls) {
          const ref = { model, provider: seller, shape: 'meters' as const, ...conditions };
          const [was, is] = [before!, after!].map((biller) =>
            biller.costOfUsage(quantitiesOf(given), ref),
          ) as [Bill, Bill];
          if (!was.priced || !is.priced) continue;
          expect(is.currency).toBe(was.currency);
          const [less, more] = [Number(was.total), Number(is.total)].sort((a, b) => a - b) as [
            number,
            number,
          ];
          expect(more, JSON.stringify([file, ref, given])).toBeLessThanOrEqual(10 * less + 1e-15);
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(accepted).toBeGreaterThan(30);
}, 120_000);
