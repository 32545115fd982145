import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromCompiled, WholeTextCounter } from '../../src/tokenize/index.js';
import { portableEncoding } from '../../src/tokenize/portable-encoding.js';
import { hostileText } from './hostile-text.js';
import { packedVocabularyNamed, VOCABULARIES, vocabularyNamed } from './vocabularies.js';

const cuts = fc.array(fc.nat(64), { maxLength: 12 });

/** A text cut at the given places, in units of UTF-16: within pairs, breaks, graphemes and words. */
function cutAt(text: string, places: readonly number[]): string[] {
  const sorted = [
    0,
    ...places.map((place) => Math.min(place, text.length)).sort((a, b) => a - b),
    text.length,
  ];
  return sorted.slice(1).map((to, index) => text.slice(sorted[index]!, to));
}

describe.each(await Promise.all(VOCABULARIES.map(vocabularyNamed)))('$name', (vocabulary) => {
  const encoding = portableEncoding(vocabulary);
  const [special] = [...vocabulary.specials.keys()];
  const withSpecials = fc
    .array(fc.oneof(hostileText, fc.constantFrom(special!, special!.slice(0, -1), special!.slice(1))), {
      maxLength: 4,
    })
    .map((parts) => parts.join(''));

  test.each(['text', 'special'] as const)(
    'however a text is cut, its total is its count (%s)',
    (specialTokens) => {
      fc.assert(
        fc.property(withSpecials, cuts, (text, places) => {
          const counter = encoding.counter({ specialTokens });
          const total = encoding.count(text, { specialTokens });
          for (const chunk of cutAt(text, places)) counter.push(chunk);
          expect(counter.finish()).toBe(total);
        }),
        { numRuns: 1_000 },
      );
    },
  );

  test.each(['text', 'special'] as const)(
    'what is settled stays, and what is provisional is the count so far (%s)',
    (specialTokens) => {
      fc.assert(
        fc.property(withSpecials, cuts, (text, places) => {
          const counter = encoding.counter({ specialTokens });
          const total = encoding.count(text, { specialTokens });
          let [read, settled] = ['', 0];
          for (const chunk of cutAt(text, places)) {
            counter.push(chunk);
            read += chunk;
            expect(counter.settled).toBeGreaterThanOrEqual(settled);
            settled = counter.settled;
            expect(counter.provisional).toBe(encoding.count(read, { specialTokens }));
            expect(counter.provisional).toBeGreaterThanOrEqual(settled);
          }
          expect(settled).toBeLessThanOrEqual(total);
          expect([counter.finish(), counter.settled, counter.provisional]).toEqual([total, total, total]);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('a text of one unit a chunk is counted as whole', () => {
    fc.assert(
      fc.property(withSpecials, (text) => {
        const counter = encoding.counter({ specialTokens: 'special' });
        for (let at = 0; at < text.length; at++) counter.push(text[at]!);
        expect(counter.finish()).toBe(encoding.count(text, { specialTokens: 'special' }));
      }),
      { numRuns: 300 },
    );
  });

  test('long texts in chunks of any length are counted as whole', () => {
    const units = [
      'The quick brown fox, ',
      '\r\n',
      '    ',
      'don’t stop',
      'e\u0301',
      '👩‍👩‍👧',
      '中文字',
      '12345',
      special!,
    ];
    for (const unit of [
      'a',
      ' ',
      '\r\n',
      'e\u0301',
      '\u0301',
      '🇩🇪',
      '한',
      '\u1161',
      ...units,
      units.join(''),
    ]) {
      const text = unit.repeat(Math.ceil(12_000 / unit.length));
      for (const length of [1, 7, 1_000, 65_536]) {
        const counter = encoding.counter();
        for (let at = 0; at < text.length; at += length) counter.push(text.slice(at, at + length));
        expect(counter.finish()).toBe(encoding.count(text));
      }
    }
  });
});

describe.each(['o200k_base', 'llama3', 'qwen3'])('%s in WebAssembly', async (name) => {
  const encoding = fromCompiled(await packedVocabularyNamed(name));

  test('however a text is cut, its total is its count, and two counters may take turns', () => {
    fc.assert(
      fc.property(hostileText, cuts, hostileText, (text, places, other) => {
        const [counter, another] = [encoding.counter(), encoding.counter()];
        let read = '';
        for (const chunk of cutAt(text, places)) {
          counter.push(chunk);
          another.push(other);
          read += chunk;
          expect(counter.provisional).toBe(encoding.count(read));
        }
        expect(counter.finish()).toBe(encoding.count(text));
        expect(another.finish()).toBe(encoding.count(other.repeat(places.length + 1)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('long texts and endless pieces in chunks are counted as whole', () => {
    for (const unit of ['a', '\u0301\u0323', '👍', 'word, 12 words; ']) {
      const text = unit.repeat(400_000 / unit.length);
      for (const length of [999, 70_000, text.length]) {
        const counter = encoding.counter();
        for (let at = 0; at < text.length; at += length) counter.push(text.slice(at, at + length));
        expect(counter.finish()).toBe(encoding.count(text));
      }
    }
  });
});

describe('a counter', async () => {
  const encoding = portableEncoding(await vocabularyNamed('o200k_base'));

  test('settles all but the last words as they arrive', () => {
    const counter = encoding.counter();
    const read = ['Hello wor', 'ld, how are you', '?'].map((chunk) => {
      counter.push(chunk);
      return [counter.settled, counter.provisional];
    });
    // "Hello"," wor" · "Hello"," world",","," how"," are"," you" · and "?"
    expect(read.map(([, provisional]) => provisional)).toEqual([2, 6, 7]);
    expect(read[1]![0]).toBeGreaterThanOrEqual(1);
    expect(counter.finish()).toBe(7);

    const long = encoding.counter();
    for (let words = 1; words <= 1_000; words++) {
      long.push(' word');
      expect(long.settled).toBeGreaterThanOrEqual(words - 8);
    }
  });

  test('counts a million chunks of one letter, and one chunk of millions', () => {
    for (const unit of ['a', ' ', '中', 'a ']) {
      const text = unit.repeat(1_000_000 / unit.length);
      const counter = encoding.counter();
      for (let at = 0; at < text.length; at++) counter.push(text[at]!);
      expect(counter.finish()).toBe(encoding.count(text));
    }
    const long = 'All work and no play. '.repeat(200_000);
    const counter = encoding.counter();
    counter.push(long);
    expect(counter.finish()).toBe(encoding.count(long));
  });

  test('takes no chunk after its end, nor anything but text', () => {
    for (const counter of [encoding.counter(), new WholeTextCounter(encoding)]) {
      counter.push('Hello world');
      expect(() => counter.push(5 as never)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
      expect(counter.finish()).toBe(2);
      expect(counter.finish()).toBe(2);
      expect(() => counter.push('!')).toThrowErrorMatchingInlineSnapshot(
        `[PromptCostError: The counter has finished at 2 tokens. Make another for another text.]`,
      );
    }
  });

  test('of an engine that counts whole texts only settles at the end', () => {
    const counter = new WholeTextCounter(encoding);
    counter.push('Hello wor');
    expect([counter.settled, counter.provisional]).toEqual([0, 2]);
    counter.push('ld');
    expect([counter.settled, counter.finish(), counter.settled]).toEqual([0, 2, 2]);
  });
});
