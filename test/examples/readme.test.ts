import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countTokens } from '../../src/estimate/index.js';
import { sumsIn } from './arithmetic.js';
import { documentExamples } from './find-examples.js';

test('the letters a token that the README counts are those of our prompts', async () => {
  const said = /([\d.]+) letters a token of English on\s+o1, ([\d.]+) of JSON, and ([\d.]+) of Chinese/.exec(
    readFileSync('README.md', 'utf8'),
  )!;
  const counted = await Promise.all(
    ['english.txt', 'data.json', 'chinese.txt'].map((name) =>
      countTokens(readFileSync(`fixtures/prompts/${name}`, 'utf8'), 'o1'),
    ),
  );
  expect(counted.map(({ lettersPerToken }) => lettersPerToken.toFixed(1))).toEqual(said.slice(1));
});

test('sums in the documents add up', () => {
  const files = [...new Set(documentExamples().map(({ file }) => file))];
  const paragraphs = files.flatMap((file) => readFileSync(file, 'utf8').split(/\n\s*\n/));
  const sums = paragraphs.flatMap((text) =>
    sumsIn(text).map((sum) => ({ ...sum, text: text.replaceAll(',', '') })),
  );
  expect(sums.length).toBeGreaterThan(4);
  const wrong = sums.filter(
    ({ total, terms, text }) => !text.includes(total) && !terms.every((term) => text.includes(term)),
  );
  expect(wrong).toEqual([]);
});
