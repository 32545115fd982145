import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allMediaRules, listModels, mediaRules, modelRecord } from '../../src/models/index.js';
import { mediaFileSchema } from '../../src/models/media-schema.js';

const text = readFileSync(new URL('../../src/models/data/media.json', import.meta.url), 'utf8');
const records = listModels().map(({ model }) => modelRecord(model)!);

describe('media data', () => {
  it('has the shape of the media file', () => {
    expect(mediaFileSchema.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
  });

  it('has the rules that models name, and no others', () => {
    const named = new Set(records.flatMap(({ media }) => media ?? []));
    const used = [...named].map((name) => mediaRules(name));
    const { rules } = mediaFileSchema.parse(JSON.parse(text));
    const through = used.map(({ name }) => rules[name]!).flatMap((each) => ('like' in each ? each.like : []));
    expect([...new Set([...named, ...through])].sort()).toEqual(Object.keys(rules).sort());
  });

  it('says of rules that stand in whose they are', () => {
    expect(mediaRules('openai-like-5.6')).toMatchObject({
      name: 'openai-like-5.6',
      image: mediaRules('openai-patches-5.6').image,
      assumed: expect.stringMatching(/GPT-5\.6 stands in/),
    });
    expect(allMediaRules().every(({ assumed }) => assumed === undefined)).toBe(true);
  });

  it('names the known rules when asked for others', () => {
    expect(() => mediaRules('toString')).toThrow(
      /No media rules are named "toString". Use one of: openai-tiles-70-140/,
    );
  });
});
