import { expect, test } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { toNfc } from '../../src/tokenize/text/nfc.js';

test('letters and marks join as everywhere', () => {
  expect(toNfc('e\u0301 \u1100\u1161')).toBe('é 가');
});

test('a mark that the reference does not know is passed by none and joins none', () => {
  // U+1AC5 came with Unicode 14; the runtime would put U+0ACD before it
  expect('\u1ac5\u0acd'.normalize('NFC')).toBe('\u0acd\u1ac5');
  expect(toNfc('\u1ac5\u0acd')).toBe('\u1ac5\u0acd');
  expect(toNfc('e\u0301\u1ac5e\u0301')).toBe('é\u1ac5é');
});

test('qwen3 counts such a text as its reference does', async () => {
  // ids by tokenizers 0.23.2, whose first is 157 and not 72219
  expect((await loadEncoding('qwen3')).encode('\u1ac5\u0acd')[0]).toBe(157);
});
