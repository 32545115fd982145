import { describe, expect, test } from 'vitest';
import { FAMILIES, familyTexts } from '../../bench/corpora/families.js';
import measured from '../../fixtures/ratios/measured.json' with { type: 'json' };
import { loadEncoding } from '../../src/encodings/index.js';
import { type Content, type CountBand, listModels, modelRecord } from '../../src/models/index.js';
import { contentsOf } from '../../src/request/counting/contents.js';
import { factorsOf } from '../../src/request/counting/factors-for.js';

const { encodings, texts } = measured;

/** Every band from one vocabulary to another that was measured: where it stands, from what, to what. */
const BANDS = new Map<string, { band: CountBand; from: string; to: string }>();
for (const { model } of listModels()) {
  const { encoding, fallback } = modelRecord(model)!;
  if (!fallback || !encodings.includes(encoding)) continue;
  const name = JSON.stringify(fallback);
  if (!BANDS.has(name)) BANDS.set(name, { band: fallback.band, from: fallback.encoding, to: encoding });
}

describe('the band of a vocabulary that stands in', () => {
  test('is measured for each', () => {
    const measuredOnes = [...BANDS.values()].map(({ to }) => to);
    expect(new Set(measuredOnes)).toEqual(new Set(['gemma3', 'gemma2', 'llama2', 'llama4', 'kimi_k2']));
  });

  test.each([...BANDS.values()])('holds for every measured text: $from for $to', ({ band, from, to }) => {
    const outside = texts.flatMap(({ text, kinds, runs, oddRuns, tokens }) => {
      const counted = tokens[encodings.indexOf(from)]!;
      const truth = tokens[encodings.indexOf(to)]!;
      const contents = { kinds: kinds.split(' ').filter(Boolean) as Content[], runs, oddRuns };
      const { low, high } = factorsOf(band, contents);
      const isInside = Math.floor(counted * low) <= truth && truth <= Math.ceil(counted * high);
      return isInside ? [] : [`${text} (${kinds}): ${counted} × ${low} to ${high} is not ${truth}`];
    });
    expect(outside).toEqual([]);
  });
});

test('what was measured is what is counted: hostile families', async () => {
  const standIns = await Promise.all(['o200k_base', 'mistral_v1'].map(loadEncoding));
  const families = texts.filter(({ text }) => text.startsWith('family '));
  expect(families.length).toBeGreaterThan(10);
  for (const { text, kinds, tokens } of families) {
    const name = text.slice('family '.length);
    expect(FAMILIES).toHaveProperty([name]);
    const [sample] = familyTexts(name, [3000]);
    expect(contentsOf(sample!).kinds.join(' '), text).toBe(kinds);
    expect(standIns.map((encoding) => encoding.count(sample!))).toEqual(tokens.slice(0, 2));
  }
});
