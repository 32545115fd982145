import { PromptCostError, shown } from '../errors/index.js';
import { METERS, type Meter, type Quantities } from '../meters/index.js';

const known: ReadonlySet<string> = new Set(METERS);
// Time is measured; everything else is counted.
const MEASURED: ReadonlySet<Meter> = new Set([
  'cacheStorageTokenHour',
  'codeExecutionHour',
  'audioSecond',
  'session', // by the hour it ran
]);

/**
 * Refuses quantities that cannot be: unknown meters, and counts below zero, with a fraction, or beyond 2^53.
 *
 * @param quantities - Meters and their counts, from outside.
 */
export function assertQuantities(quantities: unknown): asserts quantities is Quantities {
  if (typeof quantities !== 'object' || quantities === null || Array.isArray(quantities)) {
    throw new PromptCostError(
      'invalid-input',
      `Quantities are an object of counts, not ${shown(quantities)}.`,
    );
  }
  for (const [meter, count] of Object.entries(quantities)) {
    if (!known.has(meter)) {
      throw new PromptCostError(
        'invalid-input',
        `${shown(meter)} is not a meter. Known: ${METERS.join(', ')}.`,
      );
    }
    if (count !== undefined) assertCount(meter, count, MEASURED.has(meter as Meter));
  }
}

/**
 * Refuses what is not a count of something.
 *
 * @param name - What is counted, for the message.
 * @param count - The value from outside.
 * @param measured - Whether a fraction is possible, as of hours.
 */
export function assertCount(name: string, count: unknown, measured = false): asserts count is number {
  const possible = measured ? Number.isFinite(count) : Number.isSafeInteger(count);
  if (possible && (count as number) >= 0) return;
  const wanted = measured ? 'a number from 0 up' : 'a whole number from 0 up';
  throw new PromptCostError('invalid-input', `${name} must be ${wanted}, not ${shown(count)}.`);
}
