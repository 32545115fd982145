import { checkFields, PromptCostError, reading, shown } from '../errors/index.js';
import { firstMeaning, meaningOf } from './floating.js';
import { type KnownId, knownIds } from './known-ids.js';
import { LONGEST_ID, nearestModels } from './nearest-models.js';
import { peel } from './peel.js';
import { modelRecord } from './records.js';
import type { Conditions, Resolution, ResolveOptions } from './types.js';

/**
 * Which model an id means.
 *
 * Ids are looked up whole, never by prefix: `gpt-4o-mini-search-preview` is not `gpt-4o-mini`. What surrounds a known id
 * (a seller, a region, a variant) is taken off step by step and returned, because it changes the price. An id that its seller points to
 * another model now and then (`mistral-large-latest`, `deepseek-chat`) is resolved for an instant, and says since when it means that model.
 *
 * @param id - As a provider, a gateway or a person writes it; case does not matter.
 * @param options - `at`: the instant for which a floating id is resolved. Default: its newest meaning.
 *
 * @returns The model with its qualifiers, or the nearest known ids.
 *
 * @example
 * ```ts
 * resolveModel('us.meta.llama3-3-70b-instruct-v1:0');
 * // { known: true, model: 'llama-3.3-70b', provider: 'bedrock', qualifiers: { region: 'us', provider: 'bedrock' }, via: [...] }
 * resolveModel('mistral-large-latest', { at: new Date('2025-01-27') });
 * // { known: true, model: 'mistral-large-2411', floating: { means: 'mistral-large-2411', since: '2024-11-18' }, … }
 * ```
 */
export function resolveModel(id: string, options: ResolveOptions = {}): Resolution {
  if (typeof id !== 'string') {
    throw new PromptCostError('invalid-input', `A model is named by a string, not ${shown(id)}.`);
  }
  checkFields('options', options, {});
  const { at } = options;
  if (at !== undefined && !isInstant(at)) {
    throw new PromptCostError('invalid-instant', `at is ${shown(at)}. Pass a valid Date.`);
  }
  if (id.length > LONGEST_ID) return { known: false, nearest: [] };
  return knownModel(id, at) ?? { known: false, nearest: nearestModels(id) };
}

/**
 * The same without the nearest ids, which take a thousand times as long to find: for lists of thousands of ids.
 *
 * @param id - An id of at most 200 letters or so.
 * @param at - As for `resolveModel`.
 *
 * @returns The model with its qualifiers, or `undefined` for an id that no model has.
 */
export function knownModel(id: string, at?: Date): Resolution | undefined {
  let rest = id.trim().toLowerCase();
  let qualifiers: Conditions = {};
  const via: string[] = [];
  for (;;) {
    const known = knownIds.get(rest);
    if (known) return found(known, rest, at, qualifiers, via);
    const peeled = peel(rest, qualifiers.provider);
    if (!peeled) return undefined;
    const { says } = peeled;
    rest = peeled.rest;
    // The outermost word counts: openrouter/groq/… is sold by OpenRouter. Of regions the innermost does: a call to
    // bedrock/us-east-1/global.… costs what the global profile costs.
    qualifiers = { ...says, ...qualifiers, ...(says.region !== undefined && { region: says.region }) };
    via.push(peeled.step);
  }
}

function isInstant(at: unknown): at is Date {
  return reading('at', () => at instanceof Date && !Number.isNaN(at.getTime()));
}

function found(
  known: KnownId,
  name: string,
  at: Date | undefined,
  said: Conditions,
  via: readonly string[],
): Resolution {
  const { host } = known;
  const floating = meaningOf(name, at);
  // An id with a record and prices of its own keeps them, whatever it means.
  const own = name === known.model;
  if (floating === 'not-yet' && !own) {
    return { known: false, nearest: [known.model], floating: firstMeaning(name)! };
  }
  const meaning = floating === 'not-yet' ? undefined : floating;
  const model = own || meaning === undefined ? known.model : meaning.means;
  const record = modelRecord(model)!;
  const qualifiers = host === undefined || said.provider !== undefined ? said : { ...said, provider: host };
  const called = host === undefined ? `${name} is ${model}` : `${host} calls ${model} ${name}`;
  const steps = meaning ? [`${name} means ${meaning.means} since ${meaning.since}`] : own ? [] : [called];
  return {
    known: true,
    model,
    provider: qualifiers.provider ?? record.referenceHost ?? record.vendor,
    ...(meaning && { floating: meaning }),
    qualifiers,
    via: [...via, ...steps],
  };
}
