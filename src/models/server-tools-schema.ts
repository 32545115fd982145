import * as z from 'zod';
import { METERS } from '../meters/index.js';
import type { ServerToolFile } from './server-tools.js';

const amount = z.number().nonnegative();
const three = z
  .tuple([amount, amount, amount])
  .refine(([low, likely, high]) => low <= likely && likely <= high, { message: 'low ≤ likely ≤ high' });

/** What `models/data/server-tools.json` must look like. Checked in a test, never at run time. */
export const serverToolsSchema: z.ZodType<ServerToolFile> = z.record(
  z.string().regex(/^[a-z_]+$/),
  z.union([
    z.strictObject({
      meter: z.enum(METERS).exactOptional(),
      hours: three.exactOptional(),
      result: three,
      each: z.int().positive().exactOptional(),
      once: z.literal(true).exactOptional(),
      sources: z.array(z.strictObject({ ref: z.string(), date: z.string().exactOptional() })).min(1),
    }),
    z.strictObject({ like: z.string(), once: z.literal(true).exactOptional() }),
  ]),
);
