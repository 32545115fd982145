import type { Meter } from '../../meters/index.js';
import type { When } from '../types.js';
import { field, fieldsOf, listOf, lookUp, textOf } from './fields.js';
import type { ForeignRate, ForeignRow } from './foreign-row.js';

// It prints one price under the name that each seller's usage has for it.
const KEYS: Readonly<Record<string, Meter>> = {
  input: 'input',
  output: 'output',
  input_cached_tokens: 'cacheRead',
  input_cache_read: 'cacheRead',
  cache_read_input_tokens: 'cacheRead',
  cached_content_token_count: 'cacheRead',
  input_cache_creation: 'cacheWrite',
  cache_write_tokens: 'cacheWrite',
  cache_creation_input_tokens: 'cacheWrite',
  input_cache_creation_5m: 'cacheWrite5m',
  input_cache_creation_1h: 'cacheWrite1h',
  output_reasoning: 'reasoning',
  input_audio_tokens: 'inputAudio',
  input_audio: 'inputAudio',
  output_audio_tokens: 'outputAudio',
  output_audio: 'outputAudio',
  input_cached_audio_tokens: 'cacheReadAudio',
  input_image: 'inputImage',
  web_search_queries: 'webSearch',
};
const AGAIN =
  /^(?:input_(?:tokens|text|text_tokens|modality_1|cached_text_tokens)|output_(?:tokens|text|text_tokens|modality_1|reasoning_tokens)|reasoning_tokens|(?:prompt|candidates|thoughts)_?token_?count|grounding_?queries|web_?search_?queries)$/i;

/** Reads Langfuse's `default-model-prices.json`: models without a seller, prices per token in tiers. */
export function readLangfuse(feed: unknown): ForeignRow[] {
  return listOf(feed).flatMap((model, index) => {
    const id = textOf(field(model, 'modelName'));
    if (id === undefined) return [];
    const path = `${index}.pricingTiers`;
    const unread: [string, unknown][] = [];
    const tiers = listOf(field(model, 'pricingTiers')).map((tier, at) => ({
      conditions: listOf(field(tier, 'conditions')),
      rates: ratesOf(field(tier, 'prices'), `${path}.${at}.prices`, unread),
      path: `${path}.${at}`,
    }));
    const rules = tiers
      .filter(({ conditions }) => conditions.length > 0)
      .sort((a, b) => a.conditions.length - b.conditions.length)
      .flatMap(({ conditions, rates, path: at }) => {
        const when = whenOf(conditions);
        if (!when) unread.push([`${at}.conditions`, conditions]);
        return when ? [{ when, rates }] : [];
      });
    const rates = tiers.find(({ conditions }) => conditions.length === 0)?.rates ?? [];
    const periods = [{ from: null, until: null, rates, rules }];
    return [{ provider: undefined, id, path, chat: rates.length > 0, periods, unread }];
  });
}

function ratesOf(prices: unknown, path: string, unread: [string, unknown][]): ForeignRate[] {
  const rates = new Map<Meter, ForeignRate>();
  for (const [key, value] of fieldsOf(prices)) {
    const meter = lookUp(KEYS, key);
    if (meter && !rates.has(meter)) rates.set(meter, { meter, value, per: 1, path: `${path}.${key}` });
    else if (!meter && !AGAIN.test(key)) unread.push([`${path}.${key}`, value]);
  }
  return [...rates.values()];
}

function whenOf(conditions: readonly unknown[]): When | undefined {
  let when: When = {};
  for (const condition of conditions) {
    const values = listOf(field(condition, 'values'));
    const key = field(condition, 'key');
    const value = field(condition, 'value');
    if (key === 'service_tier' && values.includes('priority')) when = { ...when, serviceTier: ['priority'] };
    else if (key === 'service_tier' && values.includes('flex')) when = { ...when, serviceTier: ['flex'] };
    else if (key === 'speed' && values.includes('fast')) when = { ...when, speed: ['fast'] };
    else if (field(condition, 'operator') === 'gt' && typeof value === 'number') {
      when = { ...when, promptTokens: { gt: value } };
    } else return undefined;
  }
  return when;
}
