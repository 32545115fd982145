import { expect, test } from 'vitest';
import { fromTokenizerJson } from '../../../src/encodings/index.js';
import { byteLevelFile, unigramFile, wordPieceFile } from './tiny-tokenizers.js';

const bert = await fromTokenizerJson(wordPieceFile());
const t5 = await fromTokenizerJson(unigramFile());
const lower = await fromTokenizerJson(byteLevelFile({ normalizer: { type: 'Lowercase' } }));

test('words of WordPiece have their places in the text', () => {
  const text = '  Hello, tokenizers! Café';
  // hello , token ##izer ##s ! cafe
  expect([...bert.tokens(text)].map(({ start, end }) => text.slice(start, end))).toEqual([
    'Hello',
    ',',
    'token',
    'izer',
    's',
    '!',
    ' Café',
  ]);
});

test('byte-level tokens of the fallback are placed to the byte', () => {
  const text = 'hé world';
  const tokens = [...lower.tokens(text)];
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['h', 'é', ' world']);
  expect(lower.decode(lower.encode(text))).toBe(text);
});

test('decodeBytes of words is the UTF-8 of their text', () => {
  const ids = bert.encode('hello tokenizers');
  expect(bert.decode(ids)).toBe('hello tokenizers');
  expect(new TextDecoder().decode(bert.decodeBytes(ids))).toBe('hello tokenizers');
  expect(bert.decode([])).toBe('');
  expect(bert.decodeBytes([])).toHaveLength(0);
});

test('an id that is none is refused by name', () => {
  for (const id of [999, -1, 1.5, Number.NaN]) {
    expect(() => bert.decode([id])).toThrow(/tokenizer\.json has no token/);
  }
});

test('parts and beginnings hold no more tokens than asked for', () => {
  const text = '  hello world, hello tokenizers! world hello  ';
  for (const encoding of [bert, t5, lower]) {
    for (let limit = 0; limit < 8; limit++) {
      const cut = encoding.truncate(text, limit);
      expect(text.startsWith(cut)).toBe(true);
      expect(encoding.count(cut)).toBeLessThanOrEqual(limit);
    }
    const parts = encoding.split(text, 3);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect(encoding.count(part)).toBeLessThanOrEqual(3);
  }
});

test('counting in chunks, in turns, or to a limit is counting', async () => {
  const text = 'hello world, tokenizers! '.repeat(40);
  const counter = bert.counter();
  for (const chunk of text.match(/.{1,7}/gs) ?? []) counter.push(chunk);
  const count = bert.count(text);
  expect(count).toBe(40 * 7); // hello world , token ##izer ##s !
  expect(counter.finish()).toBe(count);
  await expect(bert.countAsync(text)).resolves.toBe(count);
  expect(bert.countUpTo(text, count)).toBe(count);
  expect(bert.countUpTo(text, count - 1)).toBeUndefined();
});

test('lone surrogates are a character like another', () => {
  expect(lower.encode('a\ud800b')).toEqual(lower.encode('a\ufffdb'));
  expect(bert.count('\udc00')).toBe(bert.count('\ufffd'));
});

test('no text at all is no token', () => {
  for (const encoding of [bert, t5, lower]) {
    expect(encoding.encode('')).toEqual([]);
    expect([...encoding.tokens('')]).toEqual([]);
  }
});

test('what is no string is refused', () => {
  expect(() => bert.count(1 as never)).toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: The text to count is number. Pass a string.]`,
  );
});
