import {
  type Conditions,
  type ModelRecord,
  modelRecord,
  providerId,
  type Resolution,
  resolveModel,
} from '../models/index.js';
import { ownModel, type PriceTable, parseInstant } from '../prices/index.js';

/** An id that means no model, or none that is known. */
export type Unknown = Extract<Resolution, { known: false }>;

/** What a caller asks the price of, with every default filled in. */
export interface Wanted {
  readonly record: ModelRecord;
  readonly provider: string;
  /** Whether nobody named the provider, and the model's vendor does not sell it. */
  readonly hostAssumed: boolean;
  /** What the id means at that instant, where it floats. */
  readonly floating: { readonly id: string; readonly means: string; readonly since: string } | undefined;
  readonly at: Date;
  readonly conditions: Conditions;
}

/**
 * What a caller asks the price of.
 *
 * What the id says (`groq/…`, `…:batch`) counts as a condition; a condition given beside it goes first.
 *
 * @param prices - The table, which may have models of its own.
 * @param model - Any id.
 * @param given - Conditions of the call.
 * @param now - The clock, for a call without `at`.
 *
 * @returns The model and the conditions; or the ids nearest to an unknown one.
 */
export function wantedOf(
  prices: PriceTable,
  model: string,
  given: Conditions,
  now: () => Date,
): Wanted | Unknown {
  const at = parseInstant(given.at === undefined ? now() : given.at);
  const meant = meaningOf(prices, model, at);
  if ('nearest' in meant) return meant;
  const { record, says, floating, assumedHost } = meant;
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const conditions: Conditions = { ...says, ...stated };
  const { provider } = conditions;
  return {
    record,
    provider: providerId(provider ?? assumedHost ?? record.vendor),
    hostAssumed: provider === undefined && assumedHost !== undefined,
    floating: floating && { id: model, ...floating },
    at,
    conditions,
  };
}

interface Meaning {
  readonly record: ModelRecord;
  readonly says: Conditions;
  readonly floating?: { readonly means: string; readonly since: string } | undefined;
  /** Whose price stands where nobody is named. Absent where that is the vendor's. */
  readonly assumedHost: string | undefined;
}

function meaningOf(prices: PriceTable, model: string, at: Date): Meaning | Unknown {
  const resolution = resolveModel(model, { at });
  if (resolution.known) {
    const record = modelRecord(resolution.model)!;
    const { qualifiers: says, floating } = resolution;
    return { record, says, floating, assumedHost: record.referenceHost };
  }
  const own = ownModel(prices, model);
  if (!own) return resolution;
  const [first, ...others] = own.providers;
  return { record: own.record, says: {}, assumedHost: others.length > 0 ? first : undefined };
}
