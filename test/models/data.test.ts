import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framingsSchema } from '../../src/models/framing-schema.js';
import { listModels, modelRecord, resolveModel } from '../../src/models/index.js';
import { cachingFileSchema, vendorFileSchema } from '../../src/models/schema.js';

const DATA = new URL('../../src/models/data/', import.meta.url);
const OTHERS = [
  'affixes.json',
  'caching.json',
  'floating.json',
  'framings.json',
  'media.json',
  'server-tools.json',
];
const files = readdirSync(DATA).filter((name) => !OTHERS.includes(name));
const records = listModels().map(({ model }) => modelRecord(model)!);

describe('model data', () => {
  it.each(files)('%s has the shape of a vendor file', (name) => {
    const parsed = vendorFileSchema.safeParse(JSON.parse(readFileSync(new URL(name, DATA), 'utf8')));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('has rules of caching for models and vendors that are known', () => {
    const { rules } = cachingFileSchema.parse(
      JSON.parse(readFileSync(new URL('caching.json', DATA), 'utf8')),
    );
    const vendors = new Set(records.map(({ vendor }) => vendor));
    for (const { models = [], vendor } of rules) {
      for (const model of models) expect(modelRecord(model), model).toBeDefined();
      expect(vendor === undefined ? models.length > 0 : vendors.has(vendor)).toBe(true);
    }
  });

  it('has framings that are whole, named by the records, and all in use', () => {
    const parsed = framingsSchema.safeParse(JSON.parse(readFileSync(new URL('framings.json', DATA), 'utf8')));
    expect(parsed.error?.issues ?? []).toEqual([]);
    const named = new Set(records.map(({ chat = 'unknown' }) => chat));
    expect([...named].sort()).toEqual(Object.keys(parsed.data!).sort());
    for (const { tools } of Object.values(parsed.data!)) {
      for (const model of Object.keys(tools.prompts ?? {})) expect(modelRecord(model), model).toBeDefined();
    }
  });

  it('is all in the list of models', () => {
    const counted = files
      .map((name) => vendorFileSchema.parse(JSON.parse(readFileSync(new URL(name, DATA), 'utf8'))))
      .flatMap(({ families }) => families.flatMap(({ models }) => models));
    expect(records.length).toBe(counted.length);
  });

  it('gives each id and alias one meaning', () => {
    const owners = new Map<string, string>();
    for (const { id, aliases, hosted = {} } of records) {
      for (const name of [id, ...aliases, ...Object.values(hosted).flat()]) {
        const key = name.toLowerCase();
        expect(owners.get(key) ?? id, `${name} means two models`).toBe(id);
        owners.set(key, id);
      }
    }
    for (const [name, id] of owners) expect(resolveModel(name)).toMatchObject({ known: true, model: id });
  });

  it('lets ids float from one known model to a later one, oldest first, and the newest is the alias’s own', () => {
    const floating: Record<string, Record<string, string>> = JSON.parse(
      readFileSync(new URL('floating.json', DATA), 'utf8'),
    );
    for (const [id, meanings] of Object.entries(floating)) {
      const days = Object.keys(meanings);
      expect([...days].sort(), id).toEqual(days);
      for (const [since, means] of Object.entries(meanings)) {
        expect(modelRecord(means), means).toBeDefined();
        expect(resolveModel(id, { at: new Date(since) })).toMatchObject({ floating: { means, since } });
      }
      const own = modelRecord(id) ? id : meanings[days.at(-1)!];
      expect(resolveModel(id)).toMatchObject({ known: true, model: own });
    }
  });

  it('names successors that are known, and never the model itself', () => {
    for (const { id, successors = [] } of records) {
      for (const successor of successors) {
        expect(modelRecord(successor), `${id} → ${successor}`).toBeDefined();
        expect(successor).not.toBe(id);
      }
    }
  });

  it('counts with an encoding that the package bundles, or falls back on one', () => {
    const counting = records.map(({ encoding, fallback }) => fallback?.encoding ?? encoding);
    expect([...new Set(counting)].sort()).toEqual([
      'cl100k_base',
      'claude_legacy',
      'deepseek_v3',
      'llama3',
      'mistral_v1',
      'o200k_base',
      'o200k_harmony',
      'p50k_base',
      'p50k_edit',
      'qwen3',
      'r50k_base',
      'tekken',
    ]);
    const added = records.filter(({ fallback }) => fallback).map(({ encoding }) => encoding);
    expect([...new Set(added)].sort()).toEqual(['gemma2', 'gemma3', 'kimi_k2', 'llama2', 'llama4']);
  });

  it('lists a model as approximate while its encoding has to be added', () => {
    const listed = listModels({ encoding: 'gemma3' });
    expect(listed.length).toBeGreaterThan(10);
    expect(new Set(listed.map(({ exactness }) => exactness))).toEqual(new Set(['approximate']));
    expect(modelRecord('gemini-2.5-pro')?.exactness).toBe('exact-text');
  });

  it('says of a fallback how to get the right encoding', () => {
    for (const { id, encoding, fallback } of records) {
      if (fallback)
        expect(fallback.basis, id).toMatch(new RegExp(`promptcost add ${encoding}|encodings.${encoding}`));
    }
  });

  it('refuses a band that is not low ≤ likely ≤ high, or narrower than one of its contents', () => {
    const file = (band: object): object => ({
      vendor: 'v',
      families: [
        { encoding: 'e', exactness: 'approximate', basis: 'So.', band, models: [{ id: 'm', aliases: [] }] },
      ],
    });
    expect(vendorFileSchema.safeParse(file({ low: 0.9, high: 1.1 })).success).toBe(true);
    expect(vendorFileSchema.safeParse(file({ low: 1.01, high: 1.1 })).success).toBe(false);
    expect(vendorFileSchema.safeParse(file({ low: 1.01, likely: 1.2, high: 1.1 })).success).toBe(false);
    const code = { low: 0.9, high: 1.2 };
    expect(vendorFileSchema.safeParse(file({ low: 0.9, high: 1.1, code })).success).toBe(false);
    expect(vendorFileSchema.safeParse(file({ low: 0.9, high: 1.2, code })).success).toBe(true);
  });
});
