import { expect, test } from 'vitest';
import type { PriceFeed, PriceList, SellerFile } from '../../src/prices/schema.js';
import { priceTableFrom, withPrices } from '../../src/prices/schema.js';
import { documentExamples, sourceExamples } from './find-examples.js';

const named = [...documentExamples(), ...sourceExamples()]
  .filter(({ language }) => language === 'json')
  .map(({ file, line, code }) => [`${file}:${line}`, JSON.parse(code) as object] as const);

test('there are examples of a file, a feed and a list', () => {
  expect(named.map(([, json]) => Object.keys(json)[0]).sort()).toEqual([
    '$schema',
    'schemaVersion',
    'status',
  ]);
});

test.each(named)('%s keeps every rule', (_, json) => {
  if ('schemaVersion' in json) expect(priceTableFrom(json as PriceFeed).asOf).toBe('2026-11-25');
  else
    expect(() =>
      withPrices('seller' in json ? (json as SellerFile) : holding(json as PriceList)),
    ).not.toThrow();
});

/** A file with one list, under the sources that the list names. */
function holding(list: PriceList): SellerFile {
  const sources = Object.fromEntries(
    list.sources.map((name) => [name, { ref: 'npm:example@1', date: '2026-11-25' }]),
  );
  return { seller: 'our-cluster', currency: 'USD', sources, offers: [], lists: [list] };
}
