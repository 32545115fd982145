import { describe, expect, test } from 'vitest';
import { portableEncoding } from '../../src/tokenize/portable-encoding.js';
import { ENDLESS, endlessRun } from './endless.js';
import { VOCABULARIES, vocabularyNamed } from './vocabularies.js';

// `npx tsx scripts/endless-runs.ts` does the same with ten million characters.
const LENGTH = 200_000;

describe.each(await Promise.all(VOCABULARIES.map(vocabularyNamed)))('$name', (vocabulary) => {
  const encoding = portableEncoding(vocabulary);

  test.each(Object.keys(ENDLESS))('a run of %s has a count, an encoding and an end', (name) => {
    const text = endlessRun(name, vocabulary.name === 'o200k_base' ? 5 * LENGTH : LENGTH);
    const bytes = new TextEncoder().encode(text).length;
    const count = encoding.count(text);
    expect(count).toBeGreaterThanOrEqual(bytes / vocabulary.maxTokenBytes);
    expect(count).toBeLessThanOrEqual(bytes + 1);
    expect(encoding.encode(text)).toHaveLength(count);
    expect(encoding.countUpTo(text, count)).toBe(count);
    expect(encoding.countUpTo(text, count - 1)).toBe(undefined);
  });
});
