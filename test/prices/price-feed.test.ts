import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listModels } from '../../src/models/index.js';
import { bundledFiles } from '../../src/prices/bundled-files.js';
import calendars from '../../src/prices/data/calendars.json' with { type: 'json' };
import { bundledPrices, offersOf } from '../../src/prices/index.js';
import { type FeedFetch, refreshPrices } from '../../src/prices/refresh/index.js';
import { type PriceFeed, priceTableFrom, withPrices } from '../../src/prices/schema.js';

/** The prices in the package, as a feed of the next day. */
const feed = JSON.stringify({
  schemaVersion: 1,
  asOf: new Date(Date.parse(bundledPrices.asOf) + 86_400_000).toISOString().slice(0, 10),
  calendars,
  sellers: bundledFiles,
} as PriceFeed);

const contentOf = (prices: typeof bundledPrices | ReturnType<typeof priceTableFrom>): unknown =>
  Object.fromEntries(
    listModels().map(({ model }) => [
      model,
      [...offersOf(prices, model)].sort((a, b) => a.id.localeCompare(b.id)),
    ]),
  );

it('the prices in the package make a good feed, and come back as they are', () => {
  const prices = priceTableFrom(feed);
  expect(contentOf(prices)).toEqual(contentOf(bundledPrices));
});

it('the gate has nothing against them', async () => {
  const bytes = new TextEncoder().encode(feed);
  const reader = { read: async () => ({ done: true, value: bytes }), cancel: async () => undefined };
  const fetch: FeedFetch = async () => ({
    status: 200,
    headers: { get: () => null },
    body: { getReader: () => reader },
  });
  const now = (): Date => new Date(Date.parse(bundledPrices.asOf) + 86_400_000);
  const result = await refreshPrices({ url: 'https://prices.example.com/v1.json', fetch, now });
  expect(result).toMatchObject({ status: 'updated', notes: [] });
  expect(contentOf(result.table)).toEqual(contentOf(bundledPrices));
});

it('the feed in docs/prices.md is one', () => {
  const [, section = ''] = readFileSync('docs/prices.md', 'utf8').split('## A feed');
  const [, json = ''] = /```json\n(.*?)```/s.exec(section) ?? [];
  const [offer] = offersOf(priceTableFrom(json), 'llama-3.3-70b');
  expect(offer?.periods[0]?.rates).toEqual({ input: '0.59', output: '0.79' });
});

it('withPrices takes all sellers of the package at once', () => {
  expect(contentOf(withPrices(JSON.stringify(bundledFiles)))).toEqual(contentOf(bundledPrices));
});
