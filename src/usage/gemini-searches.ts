import { modelRecord, resolveModel } from '../models/index.js';
import { unmetered } from './openai-tools.js';
import { type Fields, isFields } from './read-field.js';
import type { Reading } from './types.js';

/**
 * What a reply of Gemini searched on Google, as it is billed: by the query, or all queries of a prompt as one, as the model's record has
 * it. A query that is empty or repeated is not billed.
 *
 * @param reply - The reply, whose candidates show the queries; or a result of the AI SDK, whose metadata does.
 * @param model - The model that was called. Without a known one the searches are a warning.
 *
 * @returns Searches to bill.
 */
export function geminiSearches(reply: Fields, model: string | undefined): Reading {
  const queries = queriesIn(reply).size;
  if (queries === 0) return { quantities: {}, warnings: [] };
  const resolution = model === undefined ? undefined : resolveModel(model);
  if (!resolution?.known) return { quantities: {}, warnings: unmetered('web search', queries) };
  const { searches } = modelRecord(resolution.model)!;
  return { quantities: { webSearch: searches === 'by-prompt' ? 1 : queries }, warnings: [] };
}

function queriesIn({ candidates, providerMetadata }: Fields): ReadonlySet<string> {
  const google = isFields(providerMetadata) ? [providerMetadata['google'], providerMetadata['vertex']] : [];
  const groundings = [...(Array.isArray(candidates) ? candidates : []), ...google]
    .filter(isFields)
    .map(({ groundingMetadata }) => groundingMetadata)
    .filter(isFields);
  const queries = groundings.flatMap(({ webSearchQueries }) => webSearchQueries);
  return new Set(queries.filter((query) => typeof query === 'string' && query.trim() !== '') as string[]);
}
