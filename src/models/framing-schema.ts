import * as z from 'zod';
import type { Framing } from './framing.js';

const whole = z.int();
const span = z.union([
  whole,
  z
    .tuple([whole, whole, whole])
    .refine(([low, likely, high]) => low <= likely && likely <= high, { message: 'low ≤ likely ≤ high' }),
]);
const sentences = z.string().regex(/\.$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const prompts = z
  .array(
    z.strictObject({
      from: day.exactOptional(),
      auto: whole.positive(),
      any: whole.positive(),
    }),
  )
  .min(1)
  .refine((all) => all.every(({ from }, i) => (i === 0) === (from === undefined)), {
    message: 'all but the oldest say from when',
  })
  .refine((all) => all.every(({ from = '' }, i) => i === 0 || from > (all[i - 1]!.from ?? '')), {
    message: 'the oldest comes first',
  });

const tools = z.strictObject({
  form: z.enum(['namespace', 'json', 'texts']),
  once: span,
  onceWithSystem: span.exactOptional(),
  responses: span.exactOptional(),
  each: span,
  inline: z.literal(true).exactOptional(),
  measured: z.array(z.string()).exactOptional(),
  prompts: z.record(z.string(), prompts).exactOptional(),
  server: z.record(z.string(), span).exactOptional(),
});

/** What `models/data/framings.json` must look like. Checked in a test, never at run time. */
export const framingsSchema: z.ZodType<Readonly<Record<string, Framing>>> = z.record(
  z.string(),
  z.strictObject({
    basis: sentences,
    sources: z.array(z.strictObject({ ref: z.string(), date: day.exactOptional() })).min(1),
    request: span,
    message: span,
    system: span.exactOptional(),
    role: z.literal(true).exactOptional(),
    name: span,
    toolCall: span,
    parallelCalls: span.exactOptional(),
    toolResult: span,
    medium: span.exactOptional(),
    tools,
    responseFormat: span,
  }),
);
