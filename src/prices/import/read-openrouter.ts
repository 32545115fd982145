import type { Meter } from '../../meters/index.js';
import { field, fieldsOf, listOf, lookUp, textOf } from './fields.js';
import type { ForeignRate, ForeignRow, ForeignRule } from './foreign-row.js';

const KEYS: Readonly<Record<string, readonly [Meter, number]>> = {
  prompt: ['input', 1],
  completion: ['output', 1],
  input_cache_read: ['cacheRead', 1],
  input_cache_write: ['cacheWrite', 1],
  input_cache_write_1h: ['cacheWrite1h', 1],
  internal_reasoning: ['reasoning', 1],
  audio: ['inputAudio', 1],
  audio_output: ['outputAudio', 1],
  input_audio_cache: ['cacheReadAudio', 1],
  web_search: ['webSearch', 1],
  request: ['request', 1],
};

/** Reads OpenRouter's `GET /api/v1/models`: its own prices, one text a token. */
export function readOpenRouter(feed: unknown): ForeignRow[] {
  return listOf(field(feed, 'data')).flatMap((model, index) => {
    const id = textOf(field(model, 'id'));
    const pricing = field(model, 'pricing');
    if (id === undefined || fieldsOf(pricing).length === 0) return [];
    const path = `data.${index}.pricing`;
    const { rates, unread } = ratesOf(pricing, path);
    const overrides = listOf(field(pricing, 'overrides')).map((each, at) =>
      overrideOf(each, `${path}.overrides.${at}`),
    );
    const rules = overrides.flatMap(({ rule }) => rule ?? []);
    const kinds = listOf(field(field(model, 'architecture'), 'output_modalities'));
    return [
      {
        provider: 'openrouter',
        id,
        path,
        chat: kinds.length === 0 || kinds.includes('text'),
        periods: [{ from: null, until: null, rates, rules }],
        unread: [...unread, ...overrides.flatMap((each) => each.unread)],
      },
    ];
  });
}

function ratesOf(pricing: unknown, path: string): { rates: ForeignRate[]; unread: [string, unknown][] } {
  const rates: ForeignRate[] = [];
  const unread: [string, unknown][] = [];
  for (const [key, value] of fieldsOf(pricing)) {
    const [meter, per] = lookUp(KEYS, key) ?? [];
    // A price that is "0" beside others: the model has no such input.
    const absent = value === '0' && key !== 'prompt' && key !== 'completion';
    if (absent || key === 'overrides' || key === 'min_prompt_tokens') continue;
    if (meter !== undefined && per !== undefined) rates.push({ meter, value, per, path: `${path}.${key}` });
    else unread.push([`${path}.${key}`, value]);
  }
  return { rates, unread };
}

function overrideOf(override: unknown, path: string): { rule?: ForeignRule; unread: [string, unknown][] } {
  const from = field(override, 'min_prompt_tokens');
  const { rates, unread } = ratesOf(override, path);
  // With a condition that is not understood, the whole override is not.
  if (typeof from !== 'number' || !Number.isSafeInteger(from) || unread.length > 0) {
    return { unread: [[path, override]] };
  }
  return { rule: { when: { promptTokens: { gte: from } }, rates }, unread: [] };
}
