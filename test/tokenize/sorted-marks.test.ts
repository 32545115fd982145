import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NFC } from '../../src/tokenize/text/normal-form.js';
import { hasLongMarkRun, withSortedMarks } from '../../src/tokenize/text/sorted-marks.js';

// Classes 230, 220, 202, 1, 240, 9, 8, 7 and 0; two that decompose; one beyond U+FFFF; and letters.
const MARKS = [
  '\u0301',
  '\u0302',
  '\u0323',
  '\u0327',
  '\u0334',
  '\u0345',
  '\u094d',
  '\u3099',
  '\u093c',
  '\u0903',
];
const unit = fc.constantFrom(...MARKS, ...MARKS, '\u0344', '\u0f73', '\u{1d165}', 'a', 'é', 'か');

test('sorted marks are the same text to normalization', () => {
  fc.assert(
    fc.property(fc.string({ unit, minLength: 50, maxLength: 400 }), (text) => {
      for (const form of ['NFC', 'NFKC', 'NFD'] as const) {
        expect(withSortedMarks(text).normalize(form)).toBe(text.normalize(form));
      }
      expect(NFC.normalize(text)).toBe(text.normalize('NFC'));
    }),
    { numRuns: 1_000 },
  );
});

test('every mark of the runtime falls into its place', () => {
  const marks: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    const mark = String.fromCodePoint(point);
    if (/\p{M}/u.test(mark)) marks.push(mark);
  }
  for (const text of [marks.join(''), [...marks].reverse().join('')]) {
    expect(withSortedMarks(text).normalize('NFC')).toBe(text.normalize('NFC'));
  }
});

test('no run of 128 marks or more is overlooked, and ordinary text has none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...MARKS, '\u{1d165}'), (before, mark) => {
      expect(hasLongMarkRun(before + mark.repeat(128))).toBe(true);
    }),
  );
  for (const text of [
    'Vue d’été à l’orée. '.repeat(500),
    '中文字'.repeat(500),
    '한국어 '.repeat(500),
    '👍😀'.repeat(500),
  ]) {
    expect(hasLongMarkRun(text)).toBe(false);
  }
});

test('hundreds of thousands of marks out of order are normalized', () => {
  const text = `a${'\u0301\u0323\u0302'.repeat(100_000)}`;
  const normalized = NFC.normalize(text);
  // ạ takes the first mark below; the rest stand in order: all below, then all above.
  expect(normalized).toBe(`ạ${'\u0323'.repeat(99_999)}${'\u0301\u0302'.repeat(100_000)}`);
});

test('two million marks in one run overflow no stack', () => {
  const text = `a${'\u0323\u0301'.repeat(1_000_000)}`;
  expect(NFC.normalize(text)).toHaveLength(2_000_000);
});
