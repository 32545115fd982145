import { PromptCostError, shown } from '../errors/index.js';
import { type Conditions, type ModelRecord, modelRecord, providerId, resolveModel } from '../models/index.js';
import { parseInstant } from '../prices/index.js';

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
 * @param model - Any id.
 * @param given - Conditions of the call.
 * @param now - The clock, for a call without `at`.
 *
 * @returns The model and the conditions; or the ids nearest to an unknown one.
 */
export function wantedOf(
  model: string,
  given: Conditions,
  now: () => Date,
): Wanted | { nearest: readonly string[] } {
  const at = parseInstant(given.at === undefined ? now() : given.at);
  const resolution = resolveModel(model, { at });
  if (!resolution.known) return { nearest: resolution.nearest };
  const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const conditions: Conditions = { ...resolution.qualifiers, ...stated };
  const record = modelRecord(resolution.model)!;
  const { provider, region } = conditions;
  checkName('provider', provider);
  checkName('region', region);
  return {
    record,
    provider: providerId(provider ?? record.referenceHost ?? record.vendor),
    hostAssumed: provider === undefined && record.referenceHost !== undefined,
    floating: resolution.floating && { id: model, ...resolution.floating },
    at,
    conditions,
  };
}

function checkName(what: string, name: unknown): void {
  if (name === undefined || typeof name === 'string') return;
  throw new PromptCostError('invalid-input', `A ${what} is named by a string, not ${shown(name)}.`);
}
