import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portableEncoding } from '../../src/tokenize/portable-encoding.js';
import { normalFormOf } from '../../src/tokenize/text/normal-form.js';
import { graphemeText } from './grapheme-text.js';
import { hostileText } from './hostile-text.js';
import { VOCABULARIES, vocabularyNamed } from './vocabularies.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const UTF8 = new TextEncoder();

/** Every place between two graphemes. */
const boundariesOf = (text: string): number[] => [
  ...[...segmenter.segment(text)].map(({ index }) => index),
  text.length,
];

const words = fc
  .array(
    fc.constantFrom(
      'tokenization',
      ' hello',
      'ing',
      's',
      'izations',
      '    ',
      '\n',
      '中文字',
      '12345',
      "'re",
      '(((',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(graphemeText, hostileText, words);
const options = fc.constantFrom({ specialTokens: 'text' } as const, { specialTokens: 'special' } as const);

describe.each(await Promise.all(VOCABULARIES.map(vocabularyNamed)))('$name', (vocabulary) => {
  const encoding = portableEncoding(vocabulary);

  test('truncates to the longest beginning that fits and ends between graphemes', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), options, (text, limit, how) => {
        const fitting = boundariesOf(text).filter((end) => encoding.count(text.slice(0, end), how) <= limit);
        expect(encoding.truncate(text, limit, how)).toBe(text.slice(0, Math.max(0, ...fitting)));
      }),
      { numRuns: 1_500 },
    );
  });

  // A character of more tokens than the limit is refused, which another test shows.
  const isSplittable = (text: string, limit: number): boolean =>
    [...segmenter.segment(text)].every(({ segment }) => encoding.count(segment) <= limit);

  test('splits into parts that fit, end between graphemes, and join to the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 40 }), options, (text, limit, how) => {
        fc.pre(isSplittable(text, limit));
        const parts = encoding.split(text, limit, how);
        expect(parts.join('')).toBe(text);
        const boundaries = new Set(boundariesOf(text));
        let end = 0;
        for (const part of parts) {
          end += part.length;
          expect(boundaries).toContain(end);
          expect(part).not.toBe('');
          expect(encoding.count(part, how)).toBeLessThanOrEqual(limit);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('splits with an overlap into parts that fit, each beginning in the one before, that cover the text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 40 }), fc.nat(29), (text, limit, overlap) => {
        const whole = text.repeat(3);
        fc.pre(isSplittable(whole, limit));
        const parts = encoding.split(whole, limit, { overlap });
        // Where each part may stand: after the beginning of the one before, not behind its end, and reaching further.
        let places = [0];
        parts.forEach((part, index) => {
          expect(encoding.count(part)).toBeLessThanOrEqual(limit);
          if (index === 0) return;
          const { length } = parts[index - 1]!;
          const further = Math.max(0, length - part.length);
          const next = places.flatMap((place) =>
            Array.from({ length: length - further }, (_, step) => place + further + step + 1),
          );
          places = [...new Set(next)].filter((place) => whole.startsWith(part, place));
        });
        expect(places.map((place) => place + (parts.at(-1)?.length ?? 0))).toContain(whole.length);
      }),
      { numRuns: 300 },
    );
  });

  test('a grapheme that exceeds the limit alone is refused with both numbers, not cut', () => {
    const family = '👩\u200d👩\u200d👧\u200d👦';
    const needed = encoding.count(family);
    expect(encoding.truncate(`${family}!`, needed - 1)).toBe('');
    expect(encoding.split(family.repeat(3), needed + 1).join('')).toBe(family.repeat(3));
    expect(() => encoding.split(`a ${family}`, needed - 1)).toThrow(
      expect.objectContaining({
        code: 'too-small',
        message: `The character at offset 2 takes ${needed} tokens, more than maxTokens (${needed - 1}). Pass at least ${needed}.`,
      }),
    );
  });

  test('places each token on the characters it touches: its bytes are among theirs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, bytes } of encoding.tokens(text)) {
          const touched = text.slice(start, end);
          // A vocabulary of characters reads a space before the text.
          const asRead = vocabulary.characters ? ` ${touched.replaceAll('▁', ' ')}` : touched;
          const normal = normalFormOf(vocabulary.normalizer)?.normalize(asRead) ?? asRead;
          expect(Buffer.from(UTF8.encode(normal)).includes(Buffer.from(bytes))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

test('tokens that share a character overlap', async () => {
  const encoding = portableEncoding(await vocabularyNamed('o200k_base'));
  // U+1FAE0 is new: bytes F0 9F AB A0 in three tokens.
  const tokens = [...encoding.tokens('a🫠b')].map(({ text, start, end }) => [text, start, end]);
  expect(tokens).toMatchInlineSnapshot(`
    [
      [
        "a",
        0,
        1,
      ],
      [
        "�",
        1,
        3,
      ],
      [
        "�",
        1,
        3,
      ],
      [
        "�",
        1,
        3,
      ],
      [
        "b",
        3,
        4,
      ],
    ]
  `);
});
