import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portableEncoding } from '../../src/tokenize/portable-encoding.js';
import { hostileText } from './hostile-text.js';
import { normalized, referenceRanks } from './reference.js';
import { VOCABULARIES, vocabularyNamed } from './vocabularies.js';

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

describe.each(await Promise.all(VOCABULARIES.map(vocabularyNamed)))('$name', (vocabulary) => {
  const encoding = portableEncoding(vocabulary);
  const asCounted = (text: string): string => {
    const wellFormed = text.replace(LONE_SURROGATE, '\ufffd');
    return normalized(vocabulary, wellFormed);
  };

  // Merging that begins with characters has a textbook of its own, in characters.test.ts.
  const byBytes = vocabulary.characters ? [] : [vocabulary];
  test.each(byBytes)('encodes as textbook byte-pair encoding does, and counts what it encodes', () => {
    const ids = portableEncoding({ ...vocabulary, idRuns: [[0, vocabulary.size]] }); // ranks for ids
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(ids.encode(text)).toEqual(referenceRanks(vocabulary, text));
        expect(ids.count(text)).toBe(ids.encode(text).length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('decodes what it encodes', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(encoding.decode(encoding.encode(text))).toBe(asCounted(text));
      }),
      { numRuns: 500 },
    );
  });

  test('counts up to a limit, and says no more than that it is exceeded', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(20), (text, limit) => {
        const count = encoding.count(text);
        expect(encoding.countUpTo(text, limit)).toBe(count <= limit ? count : undefined);
      }),
      { numRuns: 500 },
    );
  });

  test('places tokens so that they cover the text without a gap', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let reached = 0;
        for (const { start, end } of encoding.tokens(text)) {
          expect(start).toBeLessThanOrEqual(reached);
          expect(end).toBeGreaterThanOrEqual(reached);
          reached = end;
        }
        expect(reached).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  test('truncates to the limit, at the end of a grapheme', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(hostileText, fc.nat(12), (text, limit) => {
        const kept = encoding.truncate(text, limit);
        expect(encoding.count(kept)).toBeLessThanOrEqual(limit);
        expect(text.startsWith(kept)).toBe(true);
        const boundaries = [...segmenter.segment(text)].map(({ index }) => index);
        expect([...boundaries, text.length]).toContain(kept.length);
      }),
      { numRuns: 500 },
    );
  });

  test('splits into parts that fit and join to the text', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 24, max: 40 }), (text, limit) => {
        const parts = encoding.split(text, limit);
        expect(parts.join('')).toBe(text);
        for (const part of parts) expect(encoding.count(part)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });

  test('counts every control token as text unless asked, and as itself when asked', () => {
    for (const [special, id] of vocabulary.specials) {
      for (const text of [special, `${special} and more`, `before ${special}`]) {
        expect(encoding.encode(text)).not.toContain(id);
        expect(encoding.encode(text, { specialTokens: 'special' })).toContain(id);
        expect(encoding.count(text, { specialTokens: 'special' })).toBeLessThanOrEqual(encoding.count(text));
      }
    }
  });

  test('gives a number for millions of equal characters', () => {
    const length = vocabulary.backtracks ? 10_000_000 : 1_000_000;
    for (const character of ['a', ' ', '中']) {
      const text = character.repeat(length);
      const count = encoding.count(text);
      expect(count).toBeGreaterThanOrEqual(length / vocabulary.maxTokenBytes);
      expect(count).toBeLessThanOrEqual(3 * length);
    }
  });
});
