import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crossCheck } from '../../cross-check/cross-check.js';
import { PAYLOADS } from '../../cross-check/payloads.js';
import { type Judged, REASONS, report } from '../../cross-check/report.js';
import recorded from '../../fixtures/cross-check.json' with { type: 'json' };
import { bundledPrices } from '../../src/prices/index.js';

const records = recorded as readonly Judged[];
const key = ({ source, provider, model, meter, theirs, ours }: Judged): string =>
  `${source}: ${provider}/${model} ${meter} ${theirs}, here ${ours}`;

describe('the record of disagreements', () => {
  it('gives each a known reason and a sentence, and none twice', () => {
    for (const each of records) {
      expect(Object.keys(REASONS), key(each)).toContain(each.reason);
      expect(each.because, key(each)).toMatch(/^[A-Z`@].*\.$|^\S+ and \S+ have ours\.$/);
    }
    expect(new Set(records.map(key)).size).toBe(records.length);
  });
});

// Skipped where ../shared is absent: the lists are other people's and no part of this repository.
describe.skipIf(PAYLOADS === undefined)('our prices against published lists', () => {
  const { lists, judged } = PAYLOADS === undefined ? { lists: [], judged: [] } : crossCheck(PAYLOADS);
  const now = new Set(judged.map(key));
  const then = new Set(records.map(key));

  it('disagree in no number that is not recorded: npm run cross-check, and look at what is new', () => {
    expect(judged.map(key).filter((each) => !then.has(each))).toEqual([]);
  });

  it('disagree in every number that is recorded', () => {
    expect(records.map(key).filter((each) => !now.has(each))).toEqual([]);
  });

  it('disagree for the reasons that are recorded', () => {
    expect(judged).toEqual(records);
  });

  it('agree in far more', () => {
    const agreed = lists
      .flatMap(({ agreeing }) => [...agreeing.values()])
      .reduce((sum, { size }) => sum + size, 0);
    expect(agreed).toBeGreaterThan(6 * judged.length);
  });

  it('are compared in docs/cross-check.md as they are', () => {
    expect(readFileSync('docs/cross-check.md', 'utf8')).toBe(report(lists, judged, bundledPrices.asOf));
  });
});
