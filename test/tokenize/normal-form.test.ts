import { expect, test } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { NFC, NFKC } from '../../src/tokenize/text/normal-form.js';
import { normalizeTo } from '../../src/tokenize/text/normalize.js';

test('letters and marks join as everywhere', () => {
  expect(NFC.normalize('e\u0301 \u1100\u1161')).toBe('é 가');
});

test('a mark that the reference does not know is passed by none and joins none', () => {
  // U+1AC5 came with Unicode 14; the runtime would put U+0ACD before it
  expect('\u1ac5\u0acd'.normalize('NFC')).toBe('\u0acd\u1ac5');
  expect(NFC.normalize('\u1ac5\u0acd')).toBe('\u1ac5\u0acd');
  expect(NFC.normalize('e\u0301\u1ac5e\u0301')).toBe('é\u1ac5é');
});

test('qwen3 counts such a text as its reference does', async () => {
  // ids by tokenizers 0.23.2, whose first is 157 and not 72219
  expect((await loadEncoding('qwen3')).encode('\u1ac5\u0acd')[0]).toBe(157);
});

test('NFKC levels what is compatible, except what the reference does not know', () => {
  expect(NFKC.normalize('ﬁne ①')).toBe('fine 1');
  // U+A7F2 came with Unicode 14
  expect('\ua7f2'.normalize('NFKC')).toBe('C');
  expect(NFKC.normalize('①\ua7f2①')).toBe('1\ua7f21');
  expect(NFKC.normalize('e\u0301\u1ac5')).toBe('é\u1ac5');
});

test('a half-width mark or vowel joins what stands before it', () => {
  expect([...'ﾞￂㅏ'].map((character) => NFKC.joins(character))).toEqual([true, true, true]);
  expect([...'ｶ①ﬁa´'].map((character) => NFKC.joins(character))).toEqual([false, false, false, false, false]);
  expect([...'ﾞￂ'].map((character) => NFC.joins(character))).toEqual([false, false]);
});

test('a span of the normalized text leads back to all that it was made of', () => {
  const { text, originalSpan } = normalizeTo(NFKC, 'aｶﾞb');
  expect(text).toBe('aガb');
  expect(originalSpan(1, 2)).toEqual([1, 3]);
  expect(originalSpan(2, 3)).toEqual([3, 4]);
});
