import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listModels, modelRecord, resolveModel } from '../../src/models/index.js';
import { vendorFileSchema } from '../../src/models/schema.js';

const DATA = new URL('../../src/models/data/', import.meta.url);
const files = readdirSync(DATA).filter((name) => name !== 'affixes.json');
const records = listModels().map(({ model }) => modelRecord(model)!);

describe('model data', () => {
  it.each(files)('%s has the shape of a vendor file', (name) => {
    const parsed = vendorFileSchema.safeParse(JSON.parse(readFileSync(new URL(name, DATA), 'utf8')));
    expect(parsed.error?.issues ?? []).toEqual([]);
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

  it('names successors that are known, and never the model itself', () => {
    for (const { id, successors = [] } of records) {
      for (const successor of successors) {
        expect(modelRecord(successor), `${id} → ${successor}`).toBeDefined();
        expect(successor).not.toBe(id);
      }
    }
  });

  it('counts with the encodings of this version', () => {
    const encodings = new Set(records.map(({ encoding }) => encoding));
    expect([...encodings].sort()).toEqual([
      'cl100k_base',
      'deepseek_v3',
      'llama3',
      'o200k_base',
      'o200k_harmony',
      'qwen3',
    ]);
  });
});
