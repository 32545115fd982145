import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listModels, modelRecord, providerId } from '../../src/models/index.js';
import { bundledFiles } from '../../src/prices/bundled-files.js';
import listings from '../../src/prices/data/listings.json' with { type: 'json' };
import { bundledPrices, offersOf } from '../../src/prices/index.js';
import { sellerFileSchema } from '../../src/prices/schema.js';
import { offerDataIn } from '../../src/prices/seller-file.js';

const DATA = new URL('../../src/prices/data/', import.meta.url);
const sellers = bundledFiles.map((file) => [file.seller, file] as const);
const models = listModels().map(({ model }) => model);
const offers = models.flatMap((model) => offersOf(bundledPrices, model));

describe('price data', () => {
  it.each(sellers)('the file of %s has the shape of one', (_, file) => {
    expect(sellerFileSchema.safeParse(file).error?.issues ?? []).toEqual([]);
  });

  it('has a file for each seller, calendars, and the listings that several cite', () => {
    const names = [...sellers.map(([seller]) => seller), 'calendars', 'listings'].sort();
    expect(readdirSync(DATA).sort()).toEqual(names.map((name) => `${name}.json`).sort());
  });

  it('is all in the table, under models and sellers that are known', () => {
    const counted = bundledFiles.map((file) => offerDataIn(file).length);
    expect(offers.length).toBe(counted.reduce((sum, each) => sum + each, 0));
    for (const { provider } of offers) expect(providerId(provider)).toBe(provider);
  });

  it('has a price at its vendor or reference host of every model that is sold at all', () => {
    for (const model of models) {
      const { vendor, referenceHost } = modelRecord(model)!;
      const providers = offersOf(bundledPrices, model).map(({ provider }) => provider);
      if (providers.length === 0) continue;
      expect(providers, model).toContain(referenceHost ?? vendor);
    }
  });

  it('gives every period a source and a day on which it was checked, not after the table was made', () => {
    for (const { id, periods } of offers) {
      for (const { sources, checked, from, status } of periods) {
        expect(sources.length, id).toBeGreaterThan(0);
        expect(checked <= bundledPrices.asOf, id).toBe(true);
        const begun = from === null || from.slice(0, 10) <= checked;
        expect(begun, `${id} checked before it began, unless announced`).toBe(status !== 'announced');
      }
    }
  });

  it('has six hundred offers of twenty-five sellers and more', () => {
    expect(offers.length).toBeGreaterThanOrEqual(600);
    expect(new Set(offers.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(25);
  });

  it('lists every source once, and only if it is used', () => {
    const cited = new Map<string, number>();
    for (const [seller, file] of sellers) {
      const own = JSON.parse(readFileSync(new URL(`${seller}.json`, DATA), 'utf8')).sources;
      const used = new Set(
        offerDataIn(file).flatMap(({ periods }) => periods.flatMap(({ sources }) => sources)),
      );
      for (const name of Object.keys(own)) expect(used, seller).toContain(name);
      const shared = [...used].filter((name) => !Object.hasOwn(own, name));
      for (const name of shared) cited.set(name, (cited.get(name) ?? 0) + 1);
      const refs = [...used].map((name) => file.sources[name]!.ref);
      expect(new Set(refs).size, seller).toBe(refs.length);
    }
    expect([...cited.keys()].sort()).toEqual(Object.keys(listings).sort());
    expect(Math.min(...cited.values())).toBeGreaterThan(1);
  });

  it('uses every rule', () => {
    for (const [name, { rules = {}, ...file }] of sellers) {
      const used = offerDataIn(file).flatMap(({ periods }) =>
        periods.flatMap((period) => period.rules ?? []),
      );
      expect(Object.keys(rules).sort(), name).toEqual([...new Set(used)].sort());
    }
  });

  it('has no rate with the noise of a float', () => {
    const noisy = /0000000|9999999|\.\d{13}/;
    for (const { id, periods } of offers) {
      for (const { rates, rules } of periods) {
        const all = [rates, ...rules.map((rule) => (rule.kind === 'replace' ? rule.rates : { by: rule.by }))];
        for (const rate of all.flatMap((each) => Object.values(each))) expect(rate, id).not.toMatch(noisy);
      }
    }
  });

  // A day that came asks whether what was announced for it came too.
  it('announces nothing for a day before the table was kept', () => {
    const announced = offers.flatMap(({ id, periods }) =>
      periods.filter(({ status }) => status === 'announced').map(({ from }) => ({ id, from })),
    );
    expect(announced.length).toBeGreaterThan(0);
    for (const { id, from } of announced) expect(from! > bundledPrices.asOf, id).toBe(true);
  });

  it('ends what a maker sells on the day it retires it, if it ends', () => {
    for (const { id, provider, model, periods } of offers) {
      const { vendor, lifecycle } = modelRecord(model)!;
      const until = periods.at(-1)!.until;
      if (vendor !== provider || until === null || lifecycle?.retired === undefined) continue;
      expect(until, id).toBe(lifecycle.retired);
    }
  });

  it('prices input and a reply in every period, and cached input never above input', () => {
    const embeds = (model: string): boolean => /embed/.test(model);
    for (const { id, model, periods } of offers) {
      for (const { rates } of periods) {
        const free = rates.input === '0' && rates.output === '0';
        // What hears or speaks may be billed by the second or the letter alone.
        if (free || rates.audioSecond !== undefined || rates.character !== undefined) continue;
        expect(Number(rates.input), id).toBeGreaterThan(0);
        const reply = rates.output ?? rates.outputAudio ?? rates.outputImage;
        // What embeds replies with a vector, which is free.
        if (embeds(model)) expect(reply, id).toBe('0');
        else expect(Number(reply), id).toBeGreaterThan(0);
        expect(Number(rates.cacheRead ?? 0) <= Number(rates.input), id).toBe(true);
      }
    }
  });
});
