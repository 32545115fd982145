import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listModels, modelRecord, providerId } from '../../src/models/index.js';
import { bundledPrices, offersOf } from '../../src/prices/index.js';
import { sellerFileSchema } from '../../src/prices/schema.js';
import { offerDataIn } from '../../src/prices/seller-file.js';

const DATA = new URL('../../src/prices/data/', import.meta.url);
const files = readdirSync(DATA).filter((name) => name !== 'calendars.json');
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
const models = listModels().map(({ model }) => model);
const offers = models.flatMap((model) => offersOf(bundledPrices, model));

describe('price data', () => {
  it.each(files)('%s has the shape of a seller file', (name) => {
    expect(sellerFileSchema.safeParse(read(name)).error?.issues ?? []).toEqual([]);
    expect(name).toBe(`${sellerFileSchema.parse(read(name)).seller}.json`);
  });

  it('is all in the table, under models and sellers that are known', () => {
    const counted = files.map((name) => offerDataIn(sellerFileSchema.parse(read(name))).length);
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
    for (const name of files) {
      const file = sellerFileSchema.parse(read(name));
      const used = offerDataIn(file).flatMap(({ periods }) => periods.flatMap(({ sources }) => sources));
      expect(Object.keys(file.sources).sort(), name).toEqual([...new Set(used)].sort());
      const refs = Object.values(file.sources).map(({ ref }) => ref);
      expect(new Set(refs).size, name).toBe(refs.length);
    }
  });

  it('uses every rule', () => {
    for (const name of files) {
      const { rules = {}, ...file } = sellerFileSchema.parse(read(name));
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
