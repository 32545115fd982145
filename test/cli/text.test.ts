import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWidth, shortened } from '../../src/cli/cell-width.js';
import { moneyColumn, placesFor } from '../../src/cli/money-text.js';
import { printable, safeJson, visible } from '../../src/cli/printable.js';
import { ratioText } from '../../src/cli/ratio-text.js';
import { wrapped } from '../../src/cli/wrapped.js';
import { rational } from '../../src/money/index.js';

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '\u001b',
      '\u009b',
      ']',
      '\u202e',
      '\ud800',
      'a',
      '中',
      '\n',
      '\u2028',
      '\u{e0041}',
    ),
  }),
);

describe('control characters', () => {
  test('are taken out of what is echoed, and line breaks become a space', () => {
    expect(printable('a\u001b]52;c;aGk=\u0007b\r\nc\u202ed\u009be')).toBe('a]52;c;aGk=b cde');
  });

  test('are shown in a token', () => {
    expect(visible('\u001b[2J\t\u007f\u202e\u0085\n')).toBe('␛[2J⇥␡‹U+202E›‹U+0085›⏎');
  });

  test('are gone from any text, shown or echoed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(UNSAFE.test(printable(text))).toBe(false);
        expect(UNSAFE.test(visible(text))).toBe(false);
      }),
    );
  });

  test('are escaped in JSON, which still says the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = safeJson({ [text]: text });
        expect(UNSAFE.test(json.replaceAll('\n', ''))).toBe(false);
        expect(Object.entries(JSON.parse(json))).toEqual([[text, text]]);
      }),
    );
  });
});

describe('the width of a text', () => {
  test.each([
    ['abc', 3],
    ['中文', 4],
    ['한국', 4],
    ['ﾊﾝ', 2], // halfwidth katakana
    ['Ａ', 2], // fullwidth A
    ['e\u0301', 1],
    ['👍', 2],
    ['🇩🇪', 2],
    ['हि', 2], // the vowel sign is a spacing mark
    ['م', 1],
  ])('%s fills %i', (text, cells) => {
    expect(cellWidth(text)).toBe(cells);
  });

  test('a shortened text fits, and is whole when it fitted before', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '中', '👍', 'e\u0301') }),
        fc.integer({ min: 1, max: 12 }),
        (text, cells) => {
          const short = shortened(text, cells);
          expect(cellWidth(short)).toBeLessThanOrEqual(cells);
          expect(short === text).toBe(cellWidth(text) <= cells);
        },
      ),
    );
  });

  test('a paragraph breaks at spaces, never beyond its room, and keeps its words', () => {
    expect(wrapped('¹ one two three 中文中文', 9, 2)).toEqual(['¹ one two', '  three', '  中文中文']);
  });
});

describe('money', () => {
  const column = (amounts: readonly string[], digits = 3): string[] => {
    const exact = amounts.map((amount) => rational(amount));
    return moneyColumn(
      exact.map((amount) => ({ currency: 'USD', amount })),
      placesFor(exact, digits),
    );
  };

  test.each([
    [
      ['0.000395', '0.03'],
      ['$0.000395', '$0.030000'],
    ],
    [['0.00000055'], ['$0.00000055']], // ends before its third digit
    [
      ['1234567.8', '0.5'],
      ['$1,234,567.80', '$0.50'],
    ],
    [
      ['0', '0'],
      ['$0.00', '$0.00'],
    ],
    [['1/12'], ['$0.0833']],
    [['0.0000000000000001'], ['$0.000000000000']], // twelve places are the most
    [['0.0009996'], ['$0.00100']], // rounding brings the third digit
  ])('%j reads %j', (amounts, expected) => {
    expect(column(amounts)).toEqual(expected);
  });

  test('a displayed amount is the exact one rounded half-even', () => {
    expect(column(['0.125', '0.135'], 2)).toEqual(['$0.12', '$0.14']);
  });
});

test.each([
  ['0.03009', '0.001098', '×27.4'], // 27.404
  ['1', '1', '×1.0'],
  ['99.96', '1', '×100'],
  ['1234.5', '1', '×1,234'],
  ['0.1', '3', '×0.0'],
])('%s against %s is %s', (amount, to, text) => {
  expect(ratioText(rational(amount), rational(to))).toBe(text);
});
