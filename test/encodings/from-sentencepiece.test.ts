import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromSentencePiece, loadEncoding } from '../../src/encodings/index.js';
import { PromptCostError } from '../../src/errors/index.js';
import { bytesField, type ModelFile, modelFile, numberField, smallPieces } from './sentencepiece-file.js';

/** Ids: `▁a` 259, `bc` 260, `abc` 261, `▁` 262, `a` 263, `b` 264, `c` 265; a byte is 3 more than its value. */
const PIECES = smallPieces('▁abc', ['▁a', 'bc', 'abc']);

function small(changes: Partial<ModelFile> = {}): Uint8Array {
  return modelFile({ pieces: PIECES, ...changes });
}

test('the token of highest score merges first, behind a space before the text', () => {
  const encoding = fromSentencePiece(small());
  // "▁abc": ▁a before bc before abc, which is no longer possible.
  expect(encoding.encode('abc')).toEqual([259, 260]);
  // "▁babc": after ▁ and b, bc and then abc.
  expect(encoding.encode('babc')).toEqual([262, 264, 261]);
  expect(encoding.encode('')).toEqual([]);
  expect(encoding.decode([259, 260])).toBe('abc');
});

test('without add_dummy_prefix nothing goes before the text', () => {
  const encoding = fromSentencePiece(small({ normalizer: { 3: 0 } }));
  expect(encoding.encode('abc')).toEqual([261]);
});

test('a character that is no token counts as its bytes', () => {
  // "é" is C3 A9: ids 3 + 195, 3 + 169.
  expect(fromSentencePiece(small()).encode('é')).toEqual([262, 198, 172]);
});

test('control tokens are text unless they are asked for', () => {
  const encoding = fromSentencePiece(small());
  expect(encoding.encode('<s>')).toHaveLength(4);
  expect(encoding.encode('<s>', { specialTokens: 'special' })).toEqual([1]);
});

test('a user-defined token is found before anything merges, and takes no second prefix after it', () => {
  const encoding = fromSentencePiece(small({ pieces: [...PIECES, ['ab', 0, 4]] }));
  // "▁" "ab" "c": the prefix stands alone, as ab is no more to be merged. ab is 266.
  expect(encoding.encode('abc')).toEqual([262, 266, 265]);
  expect(encoding.encode('cabbc')).toEqual([262, 265, 266, 260]);
});

test('runs of spaces of one score merge from the left', () => {
  const spaces = ['▁▁', '▁▁▁'].map((text) => [text, -1e9, 1] as const);
  const encoding = fromSentencePiece(small({ pieces: [...PIECES, ...spaces] }));
  // The prefix and four spaces, five marks: the leftmost two, then with the third ▁▁▁ (267), then ▁▁ (266).
  expect(encoding.encode('    ')).toEqual([267, 266]);
});

test.each<[string, Partial<ModelFile>, string]>([
  ['a Unigram model', { trainer: { 3: 1 } }, 'it is a Unigram model'],
  ['a model of words', { trainer: { 3: 3 } }, 'its model type is 3'],
  ['no byte fallback', { trainer: { 35: 0 } }, 'no byte_fallback'],
  ['spaces as suffixes', { trainer: { 24: 1 } }, 'treat_whitespace_as_suffix'],
  ['spaces removed', { normalizer: { 4: 1 } }, 'remove_extra_whitespaces'],
  ['spaces as they are', { normalizer: { 5: 0 } }, 'escape_whitespaces'],
  ['a table of characters', { normalizer: { 2: 'table' } }, 'normalizer is not the identity'],
  ['an unused token', { pieces: [...PIECES, ['ca', -9, 5]] }, '1 unused tokens'],
  ['a byte missing', { pieces: PIECES.toSpliced(9, 1) }, '255 byte tokens'],
  ['a token twice', { pieces: [...PIECES, ['abc', -9, 1]] }, '"abc" stands in it twice'],
  ['no space', { pieces: PIECES.filter(([text]) => text !== '▁') }, 'the space is no token'],
  ['a block with a space', { pieces: [...PIECES, ['▁▁', 0, 4]] }, 'add_dummy_prefix, and finds "▁▁"'],
  ['a lone character', { pieces: [...PIECES, ['aé', -9, 1]] }, '"é", of the token "aé"'],
  ['one score for two', { pieces: [...PIECES, ['ca', -2, 1]] }, 'the score -2 of'],
  [
    'a score that is no number',
    { pieces: [...PIECES, ['ca', Number.NaN, 1]] },
    'token 266 has the score NaN',
  ],
  ['an unknown kind', { pieces: [...PIECES, ['ca', -9, 7]] }, 'token 266 is of kind 7'],
  ['an empty token', { pieces: [...PIECES, ['', -9, 1]] }, 'token 266 is empty'],
])('%s is refused', (_, changes, message) => {
  const act = (): unknown => fromSentencePiece(small(changes));
  expect(act).toThrow(PromptCostError);
  expect(act).toThrow(message);
});

const WHOLE = small();

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(0), 'it has no tokens'],
  ['half a file', WHOLE.subarray(0, WHOLE.length - 1), 'a field of'],
  [
    'a length beyond the end',
    Buffer.from([10, 255, 255, 255, 255, 15]),
    'a field of 4294967295 bytes begins where 0 are left',
  ],
  ['an endless number', new Uint8Array(100).fill(255), 'more than ten bytes'],
  ['a number cut off', Buffer.from([10, 128]), 'it ends within a number'],
  ['a group', Buffer.from([11]), 'field 1 has the wire type 3'],
  ['field 0', Buffer.from([2, 0]), 'a field of number 0'],
  ['a number for a token', numberField(1, 7), 'field 1 is of type varint, not bytes'],
  [
    'a text for a score',
    bytesField(1, bytesField(2, Buffer.from('abcd'))),
    'field 2 is of type bytes, not fixed32',
  ],
  ['a token that is no UTF-8', bytesField(1, bytesField(1, Uint8Array.of(255))), 'token 0 is no UTF-8'],
  [
    'ten million tokens',
    new Uint8Array(20_000_000).map((_, at) => (at % 2 === 0 ? 10 : 0)),
    'token 0 is empty',
  ],
  ['a rank file', Buffer.from('IQ== 0\nIg== 1\n'), 'fromTiktoken'],
])('%s in the place of a model is refused', (_, bytes, message) => {
  const act = (): unknown => fromSentencePiece(bytes);
  expect(act).toThrow(PromptCostError);
  expect(act).toThrow(message);
});

test('no beginning of a file is taken for the file', () => {
  for (let length = 0; length < WHOLE.length; length += 97) {
    expect(() => fromSentencePiece(WHOLE.subarray(0, length))).toThrow(PromptCostError);
  }
});

test('a million tokens and one are refused by their number', () => {
  const piece = bytesField(1, bytesField(1, Buffer.from('a')));
  const bytes = new Uint8Array(piece.length * 1_000_001);
  for (let at = 0; at < bytes.length; at += piece.length) bytes.set(piece, at);
  expect(() => fromSentencePiece(bytes)).toThrow('more than 1000000 tokens');
});

const FOLDER = '../shared/data/tokenizers';

interface Golden {
  readonly strings: readonly (readonly [text: string, ids: readonly number[]])[];
}

/** Vendor's files are not part of this project; where they are at hand they are tried. */
test.skipIf(!existsSync(FOLDER)).each([
  ['mistral_instruct_tokenizer_240323.model.v3', 32_768 - 32_000],
  ['mistral_instruct_tokenizer_241114.model.v7', 32_768 - 32_000],
])('Mistral’s %s gives the tokens of the goldens', async (file, shift) => {
  const ours = fromSentencePiece(readFileSync(`${FOLDER}/mistral/${file}`));
  const bundled = await loadEncoding('mistral_v1');
  const { strings } = JSON.parse(readFileSync('fixtures/golden/mistral_v1.json', 'utf8')) as Golden;
  // 768 control tokens more than in the first version come before all other tokens.
  const isControl = strings.filter(([text]) => /\[\/?REF|<\/?s>|<unk>/.test(text));
  for (const [text, ids] of strings.filter((each) => !isControl.includes(each))) {
    expect(ours.encode(text)).toEqual(ids.map((id) => id + shift));
    expect(ours.count(text)).toBe(bundled.count(text));
  }
  expect(strings.length - isControl.length).toBeGreaterThan(200);
});
