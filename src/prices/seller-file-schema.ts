import * as z from 'zod';
import { shown } from '../errors/index.js';
import { METERS, type Meter, PER } from '../meters/index.js';
import { compare, isZero, rational } from '../money/index.js';
import { dearest } from './dearest.js';
import { offersInList, ratesInRow } from './price-list.js';
import type { OfferData, SellerFile } from './seller-file.js';
import type { Comparison } from './types.js';

/** No rule known multiplies by more than 6. */
const STEEPEST = rational('20');

const name = z.string().regex(/^[\p{L}\d][\p{L}\d ,.:/-]*$/u);
const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/,
    'write a date, or a time of UTC such as 2025-09-05T16:00:00Z',
  )
  .refine(isInstant, 'no such instant');
const day = instant.regex(/^.{10}$/);
// `abort`: what looks at amounts afterwards sees none that is not one.
const amount = z.string().regex(/^(\d{1,12}(\.\d{1,24})?|\d{1,12}\/[1-9]\d{0,11})$/, {
  error: 'write a decimal or a fraction',
  abort: true,
});
const meter = z.enum(METERS as [Meter, ...Meter[]]);
const quantities = z
  .partialRecord(meter, amount)
  .refine((all) => Object.keys(all).length > 0, 'nothing in it');
const minimum = quantities.refine(
  (all) => Object.entries(all).every(([each, least]) => isMinimum(each as Meter, least)),
  'a minimum above 10,000 tokens, 36 seconds, 10 pages or calls, or one of the rest',
);
const rates = quantities
  .refine(
    (all) => Object.entries(all).every(([each, rate]) => plausible(each as Meter, rate)),
    'too dear to be true',
  )
  .refine(
    ({ input, cacheRead }) => !input || !cacheRead || compare(rational(cacheRead), rational(input)) <= 0,
    'cached input dearer than input',
  );
const bound = z.int().nonnegative().exactOptional();
const comparison = z
  .strictObject({ gt: bound, gte: bound, lt: bound, lte: bound })
  .refine((all) => Object.keys(all).length > 0, 'no bound')
  .refine(
    ({ gt = -1, gte = 0, lt = Infinity, lte = Infinity }) => Math.max(gt + 1, gte) <= Math.min(lt - 1, lte),
    'no number is within these bounds',
  );
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const words = z.array(z.string().min(1)).min(1).exactOptional();

const schedule = z.strictObject({
  tz: z.string().refine(isZone, 'no such time zone'),
  days: z.array(z.int().min(1).max(7)).min(1).exactOptional(),
  windows: z
    .array(z.tuple([clock, clock]).refine(([from, until]) => from !== until, 'an empty window'))
    .min(1)
    .exactOptional(),
  exceptCalendar: z.string().exactOptional(),
});

const when = z.strictObject({
  promptTokens: comparison.exactOptional(),
  outputTokens: comparison.exactOptional(),
  serviceTier: words,
  speed: words,
  region: words,
  variant: words,
  thinking: z.boolean().exactOptional(),
  schedule: schedule.exactOptional(),
});

const rule = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('replace'),
      when,
      rates,
      scope: z.enum(['request', 'marginal']).exactOptional(),
    })
    .refine(
      ({ scope, when: { promptTokens, outputTokens } }) =>
        scope !== 'marginal' || hasOneLowerBound([promptTokens, outputTokens]),
      'a marginal rule has one bound: gt or gte, of promptTokens or of outputTokens',
    ),
  z.strictObject({
    kind: z.literal('multiply'),
    when,
    by: amount.refine(
      (by) => !isZero(rational(by)) && compare(rational(by), STEEPEST) <= 0,
      'no such factor',
    ),
    only: z.array(meter).min(1).exactOptional(),
  }),
]);

const period = z.strictObject({
  from: instant.nullable(),
  until: instant.nullable().exactOptional(),
  status: z.enum(['in-force', 'announced', 'reconstructed']).exactOptional(),
  rates,
  rules: z.array(name).exactOptional(),
  minimum: minimum.exactOptional(),
  sources: z.array(z.string()).min(1),
  checked: day.exactOptional(),
  note: z.string().exactOptional(),
});

const row = z.string().regex(/^[\d./-]+( [\d./-]+)*$/, 'write rates and spaces');

const list = period
  .omit({ from: true, rates: true })
  .extend({
    meters: z
      .array(meter)
      .min(1)
      .refine((all) => new Set(all).size === all.length, 'a meter twice'),
    since: z.record(z.union([instant, z.literal('unknown')]), z.record(z.string(), row)),
  })
  .superRefine(({ meters, since }, context) => {
    for (const [day, prices] of Object.entries(since)) {
      for (const [model, written] of Object.entries(prices)) {
        const columns = written.split(' ').length;
        const issues = rates.safeParse(ratesInRow(meters, written)).error?.issues ?? [];
        if (columns !== meters.length) {
          const message = `${columns} rates for ${meters.length} meters`;
          context.addIssue({ code: 'custom', message, path: ['since', day, model] });
        }
        for (const { message, path } of issues) {
          context.addIssue({ code: 'custom', message, path: ['since', day, model, ...path] });
        }
      }
    }
  });

/**
 * What a file of prices must look like: one seller, its currency, its sources, its rules, and its offers through time.
 *
 * Periods of an offer abut: each begins where the one before ends, and only the last may be open.
 *
 * @example
 * ```ts
 * const file = { seller: 'our-cluster', currency: 'USD', sources: {}, offers: [] };
 * sellerFileSchema.safeParse(file).error?.issues[0]?.message; // 'a seller offers something'
 * ```
 */
export const sellerFileSchema: z.ZodType<SellerFile> = z
  .strictObject({
    $schema: z.string().exactOptional(),
    seller: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    currency: z.enum(['USD', 'EUR', 'CNY']),
    sources: z.record(name, z.strictObject({ ref: z.string().min(3), date: day })),
    rules: z.record(name, rule).exactOptional(),
    offers: z.array(z.strictObject({ model: z.string(), periods: z.array(period).min(1) })),
    lists: z.array(list).exactOptional(),
  })
  .refine((file) => placed(file).length > 0, 'a seller offers something')
  .superRefine((file, context) => {
    const models = new Set<string>();
    for (const { offer, place } of placed(file)) {
      const report = (message: string, ...path: (string | number)[]): void => {
        context.addIssue({
          code: 'custom',
          message,
          path: [...place, ...(place[0] === 'offers' ? path : [])],
        });
      };
      if (models.has(offer.model)) report(`${offer.model} is offered twice`);
      models.add(offer.model);
      offer.periods.forEach((each, place) => {
        const { from, until = null } = each;
        const before = offer.periods[place - 1];
        if (before && (from === null || before.until !== from)) report('periods must abut', 'periods', place);
        if (from !== null && until !== null && Date.parse(from) >= Date.parse(until)) {
          report('a period must end after it begins', 'periods', place);
        }
        each.sources.forEach((source, index) => {
          if (Object.hasOwn(file.sources, source)) return;
          report(`unknown source ${shown(source)}`, 'periods', place, 'sources', index);
        });
        const used = each.rules ?? [];
        used.forEach((name, index) => {
          if (Object.hasOwn(file.rules ?? {}, name)) return;
          report(`unknown rule ${shown(name)}`, 'periods', place, 'rules', index);
        });
        if (new Set(used).size < used.length) report('a rule twice', 'periods', place);
      });
    }
  });

/** The offers of a file, and where each is written. */
function placed({ offers, lists = [] }: SellerFile): Placed[] {
  return [
    ...offers.map((offer, index) => ({ offer, place: ['offers', index] })),
    ...lists.flatMap((each, index) =>
      offersInList(each).map((offer) => ({
        offer,
        place: ['lists', index, 'since', offer.periods[0]!.from ?? 'unknown', offer.model],
      })),
    ),
  ];
}

interface Placed {
  readonly offer: OfferData;
  readonly place: readonly (string | number)[];
}

function plausible(each: Meter, rate: string): boolean {
  return compare(rational(rate), dearest(each)) <= 0;
}

// A hundredth of what one rate buys: the highest known are five minutes of an hour.
function isMinimum(each: Meter, least: string): boolean {
  return compare(rational(least), rational(Math.max(1, PER[each] / 100))) <= 0;
}

// Date.parse takes the 30th of February for the second of March.
function isInstant(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text.slice(0, 10);
}

function hasOneLowerBound(sides: readonly (Comparison | undefined)[]): boolean {
  const bounds = sides.flatMap((side) => Object.entries(side ?? {}));
  return bounds.length === 1 && bounds[0]![0].startsWith('g');
}

function isZone(tz: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: tz });
    return true;
  } catch {
    return false;
  }
}
