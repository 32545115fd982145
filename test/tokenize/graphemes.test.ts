import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Graphemes } from '../../src/tokenize/text/graphemes.js';
import { graphemeText } from './grapheme-text.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Every place between two graphemes, by segmenting the whole text at once. */
const boundariesOf = (text: string): number[] => [
  ...[...segmenter.segment(text)].map(({ index }) => index),
  text.length,
];

afterEach(() => vi.unstubAllGlobals());

describe('the surroundings of a place tell as much as the whole text', () => {
  test('where graphemes end', () => {
    fc.assert(
      fc.property(graphemeText, (text) => {
        const boundaries = boundariesOf(text);
        const graphemes = new Graphemes(text);
        boundaries.slice(0, -1).forEach((from, index) => {
          expect(graphemes.end(from)).toBe(boundaries[index + 1]);
        });
      }),
      { numRuns: 3_000 },
    );
  });

  test('and which is the last end before a place', () => {
    fc.assert(
      fc.property(graphemeText, fc.nat(), (text, seed) => {
        const boundaries = boundariesOf(text);
        const from = boundaries[seed % boundaries.length]!;
        const graphemes = new Graphemes(text);
        for (let at = from; at <= text.length; at++) {
          expect(graphemes.floor(from, at)).toBe(boundaries.findLast((boundary) => boundary <= at));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('in a run of thousands of them', () => {
    for (const unit of [
      '👩\u200d👩\u200d👧',
      '👍🏽',
      'क्षि',
      '🇩🇪',
      'e\u0301\u0302',
      '\u1112\u1161\u11ab',
      '👩\u200d©',
    ] as const) {
      const text = `a${unit.repeat(3_000)}`;
      const graphemes = new Graphemes(text);
      for (const count of [0, 1, 700, 1_999, 2_999]) {
        const at = 1 + count * unit.length;
        for (let past = 0; past < unit.length; past++) expect(graphemes.floor(0, at + past)).toBe(at);
      }
    }
  });

  test('for graphemes of any length', () => {
    for (const [unit, count] of [
      ['\u0301', 5_000],
      ['👩\u200d', 1_000],
      ['🇩🇪', 1_000],
      ['\r\n', 1_000],
    ] as const) {
      const text = `a${unit.repeat(count)}b`;
      const boundaries = boundariesOf(text);
      const graphemes = new Graphemes(text);
      expect(graphemes.end(1 - 1)).toBe(boundaries[1]);
      expect(graphemes.floor(0, text.length - 2)).toBe(boundaries.findLast((at) => at <= text.length - 2));
    }
  });
});

test('two units that are cut without a closer look are never within one grapheme', () => {
  // Whatever joins what follows, and every seventh of the rest, before a sample, alone and behind a picture.
  const after = ['a', ' ', '\n', '\r', '\0', '\u00ad', '©', '®', '中', '한', '가'];
  for (let unit = 0; unit < 0x10000; unit += unit < 0x1400 || (unit >= 0x2000 && unit < 0x2070) ? 1 : 7) {
    for (const second of after) {
      for (const before of ['', '👩']) {
        const text = before + String.fromCharCode(unit) + second;
        const place = before.length + 1;
        const isBetween = new Graphemes(text).floor(0, place) === place;
        if (isBetween !== boundariesOf(text).includes(place))
          expect.fail(`${before}U+${unit.toString(16)} before ${second}`);
      }
    }
  }
});

test('whole code points stand in for graphemes where the runtime has no segmenter', () => {
  vi.stubGlobal('Intl', {});
  const graphemes = new Graphemes('a😀b');
  expect([0, 1, 2, 3, 4].map((at) => graphemes.floor(0, at))).toEqual([0, 1, 1, 3, 4]);
  expect([graphemes.end(0), graphemes.end(1), graphemes.end(3)]).toEqual([1, 3, 4]);
});
