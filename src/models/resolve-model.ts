import { PromptCostError, shown } from '../errors/index.js';
import { knownIds } from './known-ids.js';
import { LONGEST_ID, nearestModels } from './nearest-models.js';
import { peel } from './peel.js';
import { modelRecord } from './records.js';
import type { Conditions, Resolution } from './types.js';

/**
 * Which model an id means.
 *
 * Ids are looked up whole, never by prefix: `gpt-4o-mini-search-preview` is not `gpt-4o-mini`. What surrounds a known id
 * (a seller, a region, a variant) is taken off step by step and returned, because it changes the price.
 *
 * @param id - As a provider, a gateway or a person writes it; case does not matter.
 *
 * @returns The model with its qualifiers, or the nearest known ids.
 *
 * @example
 * ```ts
 * resolveModel('us.meta.llama3-3-70b-instruct-v1:0');
 * // { known: true, model: 'llama-3.3-70b', provider: 'bedrock', qualifiers: { region: 'us', provider: 'bedrock' }, via: [...] }
 * ```
 */
export function resolveModel(id: string): Resolution {
  if (typeof id !== 'string') {
    throw new PromptCostError('invalid-input', `A model is named by a string, not ${shown(id)}.`);
  }
  if (id.length > LONGEST_ID) return { known: false, nearest: [] };
  let rest = id.trim().toLowerCase();
  let qualifiers: Conditions = {};
  const via: string[] = [];
  for (;;) {
    const known = knownIds.get(rest);
    if (known) return found(known.model, known.host, rest, qualifiers, via);
    const peeled = peel(rest);
    if (!peeled) return { known: false, nearest: nearestModels(id) };
    rest = peeled.rest;
    // The outermost word counts: openrouter/groq/… is sold by OpenRouter.
    qualifiers = { ...peeled.says, ...qualifiers };
    via.push(peeled.step);
  }
}

function found(
  model: string,
  host: string | undefined,
  name: string,
  said: Conditions,
  via: readonly string[],
): Resolution {
  const record = modelRecord(model)!;
  const qualifiers = host === undefined || said.provider !== undefined ? said : { ...said, provider: host };
  const called = host === undefined ? `${name} is ${model}` : `${host} calls ${model} ${name}`;
  return {
    known: true,
    model,
    provider: qualifiers.provider ?? record.referenceHost ?? record.vendor,
    qualifiers,
    via: name === model ? via : [...via, called],
  };
}
