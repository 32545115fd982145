import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodingNames, loadEncoding } from '../../src/encodings/index.js';

interface Golden {
  readonly encoding: string;
  /** The implementation that made the ids, with its version. */
  readonly reference: string;
  readonly strings: readonly (readonly [text: string, ids: readonly number[]])[];
}

const goldens = readdirSync('fixtures/golden').map(
  (file): Golden => JSON.parse(readFileSync(`fixtures/golden/${file}`, 'utf8')),
);

test('every bundled encoding has goldens', () => {
  expect(goldens.map(({ encoding }) => encoding).sort()).toEqual([...encodingNames].sort());
});

test.each(goldens)('$encoding gives the ids that $reference gave', async ({ encoding, strings }) => {
  const ours = await loadEncoding(encoding);
  expect(strings.length).toBeGreaterThan(200);
  for (const [text, ids] of strings) {
    expect(ours.encode(text)).toEqual(ids);
    expect(ours.count(text)).toBe(ids.length);
  }
});
