import type { Meter } from '../../meters/index.js';
import { countOf, field, fieldsOf, listOf, lookUp, textOf } from './fields.js';
import type { ForeignPeriod, ForeignRate, ForeignRow, ForeignRule } from './foreign-row.js';

const KEYS: Readonly<Record<string, readonly [Meter, number]>> = {
  input_mtok: ['input', 1_000_000],
  output_mtok: ['output', 1_000_000],
  cache_read_mtok: ['cacheRead', 1_000_000],
  cache_write_mtok: ['cacheWrite', 1_000_000],
  cache_write_5m_mtok: ['cacheWrite5m', 1_000_000],
  cache_write_1h_mtok: ['cacheWrite1h', 1_000_000],
  input_audio_mtok: ['inputAudio', 1_000_000],
  output_audio_mtok: ['outputAudio', 1_000_000],
  cache_audio_read_mtok: ['cacheReadAudio', 1_000_000],
  input_image_mtok: ['inputImage', 1_000_000],
  output_image_mtok: ['outputImage', 1_000_000],
  cache_image_read_mtok: ['cacheReadImage', 1_000_000],
  input_video_mtok: ['inputVideo', 1_000_000],
  output_reasoning_mtok: ['reasoning', 1_000_000],
  output_citation_mtok: ['citation', 1_000_000],
  requests_kcount: ['request', 1_000],
  web_searches_kcount: ['webSearch', 1_000],
  storage_searches_kcount: ['fileSearch', 1_000],
};

/** Reads genai-prices' data, the file in its packages and its second feed alike: sellers with their models, prices per million. */
export function readGenaiPrices(feed: unknown): ForeignRow[] {
  return listOf(feed).flatMap((seller) => {
    const provider = textOf(field(seller, 'id'));
    if (provider === undefined) return [];
    return listOf(field(seller, 'models')).flatMap((model) => {
      const id = textOf(field(model, 'id'));
      if (id === undefined) return [];
      const path = `${provider}.models.${id}.prices`;
      const unread: [string, unknown][] = [];
      const periods = periodsOf(field(model, 'prices'), path, unread);
      return [{ provider, id, path, chat: true, periods, unread }];
    });
  });
}

// A dict of prices, or a list of them: one that always holds, and others under a constraint of date or hour.
function periodsOf(prices: unknown, path: string, unread: [string, unknown][]): ForeignPeriod[] {
  if (!Array.isArray(prices)) return [{ from: null, until: null, ...ratesOf(prices, path, unread) }];
  const listed = prices.map((each, index) => ({
    constraint: field(each, 'constraint'),
    ...ratesOf(field(each, 'prices'), `${path}.${index}.prices`, unread),
  }));
  const hours: ForeignRule[] = listed.flatMap(({ constraint, rates }) => {
    const [start, end] = ['start_time', 'end_time'].map((name) => clockOf(field(constraint, name)));
    if (start === undefined || end === undefined) return [];
    return [{ when: { schedule: { tz: 'UTC', windows: [[start, end] as const] } }, rates }];
  });
  const dated = listed.flatMap(({ constraint, rates, rules }) => {
    const from = textOf(field(constraint, 'start_date')) ?? null;
    if (from === null && fieldsOf(constraint).length > 0) return [];
    return [{ from, rates, rules: [...rules, ...hours] }];
  });
  const ordered = dated.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return ordered.map((each, index) => ({ ...each, until: ordered[index + 1]?.from ?? null }));
}

function clockOf(time: unknown): string | undefined {
  return /^(\d\d:\d\d):00Z$/.exec(textOf(time) ?? '')?.[1];
}

function ratesOf(
  prices: unknown,
  path: string,
  unread: [string, unknown][],
): { rates: ForeignRate[]; rules: ForeignRule[] } {
  const rates: ForeignRate[] = [];
  const above = new Map<number, ForeignRate[]>();
  for (const [key, value] of fieldsOf(prices)) {
    const [meter, per] = lookUp(KEYS, key) ?? [];
    if (meter === undefined || per === undefined) {
      unread.push([`${path}.${key}`, value]);
      continue;
    }
    const plain = typeof value === 'number' || typeof value === 'string';
    rates.push({ meter, per, value: plain ? value : field(value, 'base'), path: `${path}.${key}` });
    // `start` is the last token at the price before.
    for (const [index, tier] of listOf(field(value, 'tiers')).entries()) {
      const start = countOf(field(tier, 'start'));
      const rate = { meter, per, value: field(tier, 'price'), path: `${path}.${key}.tiers.${index}` };
      if (start === undefined) unread.push([rate.path, tier]);
      else above.set(start, [...(above.get(start) ?? []), rate]);
    }
  }
  const rules = [...above]
    .sort(([a], [b]) => a - b)
    .map(([gt, each]) => ({ when: { promptTokens: { gt } }, rates: each }));
  return { rates, rules };
}
