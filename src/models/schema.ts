import * as z from 'zod';
import type { CacheRuleEntry } from './caching.js';
import type { VendorFile } from './family.js';

const id = z.string().regex(/^[\w@][\w.:@/-]*$/);
const tokens = z.int().positive();
const instant = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/);
const sentences = z.string().regex(/\.$/);
const band = z.strictObject({ low: z.number().nonnegative(), high: z.number().positive() });

const factors = {
  ...band.shape,
  likely: z.number().positive().exactOptional(),
};

const contents = {
  prose: z.strictObject(factors).exactOptional(),
  code: z.strictObject(factors).exactOptional(),
  cjk: z.strictObject(factors).exactOptional(),
  numbers: z.strictObject(factors).exactOptional(),
  other: z.strictObject(factors).exactOptional(),
  data: z.strictObject(factors).exactOptional(),
  runs: z.strictObject(factors).exactOptional(),
};

const countBand = z
  .strictObject({ ...factors, ...contents })
  .refine(
    ({ low, likely, high, ...parts }) =>
      [{ low, likely, high }, ...Object.values(parts)].every(
        (each) =>
          low <= each.low &&
          each.low <= (each.likely ?? 1) &&
          (each.likely ?? 1) <= each.high &&
          each.high <= high,
      ),
    { message: 'a band is low ≤ likely ≤ high, and holds those of its contents' },
  );

const model = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  template: z.string().exactOptional(),
  aliases: z.array(id),
  hosted: z.record(z.string(), z.array(id).min(1)).exactOptional(),
  contextWindow: tokens.exactOptional(),
  maxOutput: tokens.exactOptional(),
  lifecycle: z
    .strictObject({
      released: instant.exactOptional(),
      deprecated: instant.exactOptional(),
      retired: instant.exactOptional(),
    })
    .exactOptional(),
  successors: z.array(z.string()).min(1).exactOptional(),
  referenceHost: z.string().exactOptional(),
  media: z.string().exactOptional(),
  textOnly: z.literal(true).exactOptional(),
  searches: z.literal('by-prompt').exactOptional(),
});

const family = z.strictObject({
  encoding: z.string(),
  exactness: z.enum(['exact', 'exact-text', 'approximate']),
  basis: sentences,
  band: countBand.exactOptional(),
  fallback: z.strictObject({ encoding: z.string(), band: countBand, basis: sentences }).exactOptional(),
  framing: band.exactOptional(),
  chat: z.string().exactOptional(),
  media: z.string().exactOptional(),
  reasoning: z.literal(true).exactOptional(),
  referenceHost: z.string().exactOptional(),
  models: z.array(model).min(1),
});

/** What a file of `models/data` must look like. The data is checked in a test and again by whoever adds to it, never at run time. */
export const vendorFileSchema: z.ZodType<VendorFile> = z.strictObject({
  vendor: z.string(),
  families: z.array(
    family.refine((each) => (each.exactness === 'approximate') === (each.band !== undefined), {
      message: 'an approximate model states its band, an exact one has none',
    }),
  ),
});

/** What `models/data/caching.json` must look like. */
export const cachingFileSchema: z.ZodType<{ readonly rules: readonly CacheRuleEntry[] }> = z.strictObject({
  rules: z.array(
    z.strictObject({
      models: z.array(z.string()).min(1).exactOptional(),
      vendor: z.string().exactOptional(),
      start: z.enum(['automatic', 'marked']),
      minimum: tokens,
      step: tokens.exactOptional(),
      lookback: tokens.exactOptional(),
      seconds: z.int().positive().exactOptional(),
      assumed: sentences.exactOptional(),
      source: z.strictObject({ ref: z.string().min(3), date: instant }),
    }),
  ),
});
