import type { Meter } from '../../meters/index.js';
import type { When } from '../types.js';
import { countOf, field, fieldsOf, listOf, lookUp, textOf } from './fields.js';
import type { ForeignRate, ForeignRow, ForeignRule } from './foreign-row.js';

// key → meter and how many of it one price buys
const KEYS: Readonly<Record<string, readonly [Meter, number]>> = {
  input_cost_per_token: ['input', 1],
  output_cost_per_token: ['output', 1],
  cache_read_input_token_cost: ['cacheRead', 1],
  cache_creation_input_token_cost: ['cacheWrite', 1],
  cache_creation_input_token_cost_above_1hr: ['cacheWrite1h', 1],
  input_cost_per_audio_token: ['inputAudio', 1],
  output_cost_per_audio_token: ['outputAudio', 1],
  cache_read_input_audio_token_cost: ['cacheReadAudio', 1],
  input_cost_per_image_token: ['inputImage', 1],
  output_cost_per_image_token: ['outputImage', 1],
  output_cost_per_reasoning_token: ['reasoning', 1],
  citation_cost_per_token: ['citation', 1],
  input_cost_per_request: ['request', 1],
  input_cost_per_character: ['character', 1],
  ocr_cost_per_page: ['page', 1],
  input_cost_per_second: ['audioSecond', 1],
};
const TIERS: Readonly<Record<string, string>> = { batches: 'batch', flex: 'flex', priority: 'priority' };
const CONDITIONED = /^(.+?)(?:_above_(\d+)k_tokens)?(?:_(batches|flex|priority))?$/;
const PRICED = /cost|pric|multiplier/;
const CHAT = ['chat', 'responses', 'completion'];

/** Reads LiteLLM's `model_prices_and_context_window.json`: one key a model at a seller, prices per token. */
export function readLiteLLM(feed: unknown): ForeignRow[] {
  return fieldsOf(feed).flatMap(([id, entry]) => {
    const provider = textOf(field(entry, 'litellm_provider'));
    if (provider === undefined || provider.includes(' ')) return []; // the sample entry documents the others
    const rates: ForeignRate[] = [];
    const ruled = new Map<string, { when: When; rates: ForeignRate[] }>();
    const unread: [string, unknown][] = [];
    for (const [key, value] of fieldsOf(entry)) {
      const [, name = '', above, tier] = CONDITIONED.exec(key) ?? [];
      const [meter, per] = lookUp(KEYS, name) ?? [];
      if (meter === undefined || per === undefined) {
        if (PRICED.test(key) && !HANDLED.includes(key)) unread.push([`${id}.${key}`, value]);
        continue;
      }
      const rate = { meter, value, per, path: `${id}.${key}` };
      if (above === undefined && tier === undefined) rates.push(rate);
      else {
        const when = {
          ...(above !== undefined && { promptTokens: { gt: Number(above) * 1_000 } }),
          ...(tier !== undefined && { serviceTier: [TIERS[tier]!] }),
        };
        const name = `${above ?? ''} ${tier ?? ''}`;
        ruled.set(name, { when, rates: [...(ruled.get(name)?.rates ?? []), rate] });
      }
    }
    const bands = bandsOf(id, entry, unread);
    const rules = [...[...ruled.values()].sort(bySize), ...bands.rules, ...upliftsOf(entry)];
    return [
      {
        provider,
        id,
        path: id,
        chat: CHAT.includes(textOf(field(entry, 'mode')) ?? ''),
        periods: [{ from: null, until: null, rates: [...rates, ...bands.rates], rules }],
        unread,
      },
    ];
  });
}

const HANDLED = [
  'tiered_pricing',
  'regional_processing_uplift_multiplier_eu',
  'regional_processing_uplift_multiplier_us',
];

// A later rule wins: what asks for more comes later.
function bySize(a: { readonly when: When }, b: { readonly when: When }): number {
  const conditions = ({ when }: { readonly when: When }): number => Object.keys(when).length;
  const tokens = ({ when }: { readonly when: When }): number => when.promptTokens?.gt ?? 0;
  return conditions(a) - conditions(b) || tokens(a) - tokens(b);
}

function bandsOf(
  id: string,
  entry: unknown,
  unread: [string, unknown][],
): { rates: ForeignRate[]; rules: ForeignRule[] } {
  const bands = listOf(field(entry, 'tiered_pricing')).flatMap((band, index) => {
    const at = `${id}.tiered_pricing.${index}`;
    const start = countOf(listOf(field(band, 'range'))[0]);
    if (start === undefined) {
      unread.push([at, band]);
      return [];
    }
    const rates = fieldsOf(band).flatMap(([key, value]) => {
      const [meter, per] = lookUp(KEYS, key) ?? [];
      return meter === undefined || per === undefined ? [] : [{ meter, value, per, path: `${at}.${key}` }];
    });
    return [{ start, rates }];
  });
  return {
    rates: bands.filter(({ start }) => start === 0).flatMap(({ rates }) => rates),
    rules: bands
      .filter(({ start }) => start > 0)
      .map(({ start, rates }) => ({ when: { promptTokens: { gt: start } }, rates })),
  };
}

function upliftsOf(entry: unknown): ForeignRule[] {
  return ['eu', 'us'].flatMap((region) => {
    const by = field(entry, `regional_processing_uplift_multiplier_${region}`);
    return by === undefined ? [] : [{ when: { region: [region] }, rates: [], by }];
  });
}
