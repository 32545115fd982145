import type { Meter } from '../../meters/index.js';
import type { When } from '../types.js';
import { countOf, field, fieldsOf, listOf, lookUp } from './fields.js';
import type { ForeignRate, ForeignRow, ForeignRule } from './foreign-row.js';

const KEYS: Readonly<Record<string, readonly [Meter, number]>> = {
  input: ['input', 1_000_000],
  output: ['output', 1_000_000],
  reasoning: ['reasoning', 1_000_000],
  cache_read: ['cacheRead', 1_000_000],
  cache_input: ['cacheRead', 1_000_000],
  cached_input: ['cacheRead', 1_000_000],
  cache_write: ['cacheWrite', 1_000_000],
  cached_write: ['cacheWrite', 1_000_000],
  input_audio: ['inputAudio', 1_000_000],
  output_audio: ['outputAudio', 1_000_000],
  citation: ['citation', 1_000_000],
  request: ['request', 1_000],
};
// What `context_over_200k` says is said again, with the true threshold, in `tiers`.
const ELSEWHERE = ['tiers', 'context_over_200k'];

/** Reads models.dev's `api.json`: sellers with their models, prices per million tokens. */
export function readModelsDev(feed: unknown): ForeignRow[] {
  return fieldsOf(feed).flatMap(([provider, seller]) =>
    modelsOf(field(seller, 'models')).flatMap(([id, model]) => {
      const cost = field(model, 'cost');
      const path = `${provider}.models.${id}`;
      const { rates, unread } = ratesOf(cost, `${path}.cost`);
      const tiers = listOf(field(cost, 'tiers'));
      const bySize = tiersOf(tiers, path);
      const over = field(cost, 'context_over_200k');
      const vague: [string, unknown][] =
        over !== undefined && tiers.length === 0 ? [[`${path}.cost.context_over_200k`, over]] : [];
      const texts = listOf(field(field(model, 'modalities'), 'output'));
      return [
        {
          provider,
          id,
          path,
          chat: texts.length === 0 || texts.includes('text'),
          periods: [{ from: null, until: null, rates, rules: [...bySize.rules, ...modesOf(model, path)] }],
          unread: [...unread, ...bySize.unread, ...vague],
        },
      ];
    }),
  );
}

// The published file has models by id; copies of it have lists.
function modelsOf(models: unknown): [string, unknown][] {
  if (!Array.isArray(models)) return fieldsOf(models);
  return models.flatMap((model) => {
    const id = field(model, 'id');
    return typeof id === 'string' ? [[id, model] as [string, unknown]] : [];
  });
}

function ratesOf(cost: unknown, path: string): { rates: ForeignRate[]; unread: [string, unknown][] } {
  const rates: ForeignRate[] = [];
  const unread: [string, unknown][] = [];
  for (const [key, value] of fieldsOf(cost)) {
    const [meter, per] = lookUp(KEYS, key) ?? [];
    if (meter !== undefined && per !== undefined) rates.push({ meter, value, per, path: `${path}.${key}` });
    else if (!ELSEWHERE.includes(key) && key !== 'tier') unread.push([`${path}.${key}`, value]);
  }
  return { rates, unread };
}

function tiersOf(
  tiers: readonly unknown[],
  path: string,
): { rules: ForeignRule[]; unread: [string, unknown][] } {
  const rules: ForeignRule[] = [];
  const unread: [string, unknown][] = [];
  for (const [index, tier] of tiers.entries()) {
    const at = `${path}.cost.tiers.${index}`;
    const gt = countOf(field(field(tier, 'tier'), 'size'));
    if (gt) rules.push({ when: { promptTokens: { gt } }, rates: ratesOf(tier, at).rates });
    else unread.push([at, tier]);
  }
  return { rules, unread };
}

function modesOf(model: unknown, path: string): ForeignRule[] {
  const modes = field(field(model, 'experimental'), 'modes');
  return fieldsOf(modes).flatMap(([name, mode]) => {
    const tier = field(field(field(mode, 'provider'), 'body'), 'service_tier');
    const when: When = tier === 'priority' || tier === 'flex' ? { serviceTier: [tier] } : { speed: [name] };
    const { rates } = ratesOf(field(mode, 'cost'), `${path}.experimental.modes.${name}.cost`);
    return rates.length === 0 ? [] : [{ when, rates }];
  });
}
