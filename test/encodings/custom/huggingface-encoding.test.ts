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

// Ids by the Rust tokenizers 0.23.2.
test('what is unknown is joined within a piece, and not across pieces', async () => {
  const model = {
    type: 'BPE',
    unk_token: '<unk>',
    vocab: { a: 0, b: 1, ab: 2, '<unk>': 3 },
    merges: ['a b'],
  };
  const whitespace = {
    pre_tokenizer: { type: 'Whitespace' },
    normalizer: null,
    decoder: null,
    added_tokens: [],
  };
  const joined = await fromTokenizerJson({ ...whitespace, model: { ...model, fuse_unk: true } });
  expect(joined.encode('x y z')).toEqual([3, 3, 3]);
  expect(joined.encode('aabb ab zzz a')).toEqual([0, 2, 1, 2, 3, 0]);
  const apart = await fromTokenizerJson({ ...whitespace, model });
  expect(apart.encode('aabb ab zzz a')).toEqual([0, 2, 1, 2, 3, 3, 3, 0]);
  const vocab = [['<unk>', 0], ['hello', -1], ['w', -2], ['o', -2]]; // biome-ignore format: a row
  const unigram = await fromTokenizerJson({ ...whitespace, model: { type: 'Unigram', unk_id: 0, vocab } });
  expect(unigram.encode('x y z hello w')).toEqual([0, 0, 0, 1, 2]);
  expect(unigram.encode('hello ünü w w oo')).toEqual([1, 0, 2, 2, 3, 3]); // ü is a letter
});

test('a BPE that leaves out what is unknown is counted so, as the reference does', async () => {
  const model = { type: 'BPE', unk_token: null, vocab: { a: 0, b: 1, ab: 2 }, merges: ['a b'] };
  const encoding = await fromTokenizerJson({ pre_tokenizer: { type: 'Whitespace' }, model });
  expect(encoding.encode('aabb ab zzz a')).toEqual([0, 2, 1, 2, 0]);
});

test('a run of 150,000 letters is counted, and one of more than a million is an error that quotes none of it', () => {
  expect(t5.count('s'.repeat(150_000))).toBe(150_001); // the mark, and each letter
  expect(() => t5.count('s'.repeat(1_000_001))).toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: @huggingface/tokenizers failed on a text with tokenizer.json. Cut the text, or use another encoding.]`,
  );
  expect(t5.count('hello world '.repeat(2_000))).toBe(6_001); // hello, wor, ld; a mark at the end
});

test('WordLevel: a word is a token, or the unknown one', async () => {
  const model = { type: 'WordLevel', unk_token: '[UNK]', vocab: { '[UNK]': 0, hello: 1, world: 2 } };
  const words = await fromTokenizerJson(
    { pre_tokenizer: { type: 'Whitespace' }, model },
    { unk_token: 'world' },
  );
  expect(words.engine).toBe('huggingface');
  expect(words.encode('hello worlds, hello!')).toEqual([1, 0, 0, 1, 0]);
  expect(words.vocabSize).toBe(3);
  expect(words.note).toBe('Counted by @huggingface/tokenizers: its model is WordLevel, not BPE.');
});

test('no text at all is no token', () => {
  for (const encoding of [bert, t5, lower]) {
    expect(encoding.encode('')).toEqual([]);
    expect([...encoding.tokens('')]).toEqual([]);
  }
});

test('what is no string is refused', () => {
  expect(() => bert.count(1 as never)).toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: The text to count is of type number. Pass a string.]`,
  );
});
