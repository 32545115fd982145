import * as z from 'zod';
import type { MediaFile } from './media.js';

const whole = z.int().positive();
const sentence = z.string().regex(/\.$/);

const span = z
  .strictObject({
    low: z.number().nonnegative(),
    likely: z.number().nonnegative(),
    high: z.number().positive(),
  })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, {
    message: 'a span is low ≤ likely ≤ high',
  });

const limits = z.strictObject({ edge: whole, budget: whole.exactOptional() });

const patches = z.strictObject({
  kind: z.literal('patches'),
  side: whole,
  factor: z.number().min(1),
  low: limits,
  high: limits,
  original: limits.exactOptional(),
  auto: z.enum(['high', 'original']),
  most: whole.exactOptional(),
});

const image = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tiles'),
    edge: whole,
    short: whole,
    side: whole,
    base: whole,
    tile: whole,
  }),
  patches.extend({ or: patches.exactOptional() }),
  z.strictObject({ kind: z.literal('grid'), side: whole, edge: whole, budget: whole }),
  z.strictObject({
    kind: z.literal('crops'),
    small: whole,
    edge: whole,
    least: whole,
    divisor: z.number().min(1),
    tokens: whole,
    low: whole,
    medium: whole,
  }),
  z.strictObject({
    kind: z.literal('levels'),
    levels: z.strictObject({ low: whole, medium: whole, high: whole, ultra_high: whole }),
    share: z.number().gt(0).max(1),
  }),
  z.strictObject({ kind: z.literal('flat'), low: whole, likely: whole, high: whole }),
]);

const seconds = z.strictObject({
  perSecond: span,
  low: span.exactOptional(),
  high: span.exactOptional(),
  most: whole.exactOptional(),
});

const pages = z.strictObject({
  text: span,
  image: z.strictObject({ width: whole, height: whole }).exactOptional(),
  low: span.exactOptional(),
  high: span.exactOptional(),
  most: whole.exactOptional(),
});

const own = z.strictObject({
  image: image.exactOptional(),
  audio: seconds.exactOptional(),
  video: seconds.exactOptional(),
  document: pages.exactOptional(),
  apart: z.literal(true).exactOptional(),
  source: z.string(),
});

/** What `data/media.json` must look like. It is checked in a test, never at run time. */
export const mediaFileSchema: z.ZodType<MediaFile> = z
  .strictObject({
    sources: z.record(
      z.string(),
      z.strictObject({ ref: z.url(), date: z.string().regex(/^\d{4}-\d\d-\d\d$/) }),
    ),
    rules: z.record(
      z.string().regex(/^[a-z0-9.-]+$/),
      z.union([z.strictObject({ like: z.string(), assumed: sentence }), own]),
    ),
  })
  .refine(
    ({ sources, rules }) =>
      Object.values(rules).every((each) =>
        'like' in each ? 'source' in (rules[each.like] ?? {}) : each.source in sources,
      ),
    { message: 'each rule names a source, or rules that do' },
  );
