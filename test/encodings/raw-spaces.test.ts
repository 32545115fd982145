import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hostileStrings } from '../../conformance/strings/hostile-strings.js';
import { readModel } from '../../src/encodings/custom/read-model.js';
import { fromSentencePiece } from '../../src/encodings/index.js';
import { modelFile, smallPieces } from './sentencepiece-file.js';
import { slowSentencePiece } from './slow-sentencepiece.js';

/** Ids: `▁a` 259, `▁▁` 260, `bc` 261, `abc` 262, `▁▁▁` 263, `▁` 264, `a` 265, `b` 266, `c` 267, and as written from 268. */
const SPACED = modelFile({
  pieces: [
    ...smallPieces('▁abc', ['▁a', '▁▁', 'bc', 'abc', '▁▁▁']),
    ['  ', 0, 4],
    ['   ', 0, 4],
    ['a b', 9, 1],
    ['  ab', 0, 4],
    ['\n', 0, 4],
    ['\n\n', 0, 4],
    ['0', 0, 4],
  ],
});

// Ids by sentencepiece 0.2.2.
test.each([
  ['  a', [260, 259]],
  ['   ', [260, 260]],
  ['a b', [259, 264, 266]],
  ['  ab', [260, 259, 266]],
  ['\n\n\n 0a', [264, 273, 272, 264, 274, 265]],
  ['     ab\n  abc', [260, 263, 259, 266, 272, 264, 259, 261]],
])('no text makes a token that holds a space itself: %j', (text, ids) => {
  expect(fromSentencePiece(SPACED).encode(text)).toEqual(ids);
});

test('a token that no text makes has its id and its text', () => {
  const encoding = fromSentencePiece(SPACED);
  expect(encoding.vocabSize).toBe(275);
  expect(encoding.decode([259, 268])).toBe('a  ');
  expect(encoding.decode([259, 270])).toBe('aa b');
});

/** Compares with a slow reading of SentencePiece's rules on hostile strings of the model's own tokens. */
function expectSameAsSlow(file: Uint8Array, count: number): void {
  const model = readModel(file);
  const encoding = fromSentencePiece(file);
  const slow = slowSentencePiece(model);
  const texts = model.pieces.filter(({ kind }) => kind !== 'byte').map(({ text }) => text);
  const ingredients = {
    assigned: [[0, 0xd800] as const, [0xe000, 0x32000] as const],
    specials: model.pieces.filter(({ kind }) => kind !== 'byte' && kind !== 'normal').map(({ text }) => text),
    tokens: [...texts, ...texts.map((text) => text.replaceAll('▁', ' '))],
  };
  let compared = 0;
  for (const { kind, text } of hostileStrings(count, 3, ingredients)) {
    if (text.length > 2_000) continue;
    const ids = slow(text);
    expect(encoding.encode(text), `${kind}: ${JSON.stringify(text)}`).toEqual(ids);
    expect(encoding.count(text)).toBe(ids.length);
    compared++;
  }
  expect(compared).toBeGreaterThan(count * 0.9);
}

test('a small model with tokens that hold spaces gives what the slow reading gives', {
  timeout: 60_000,
}, () => {
  expectSameAsSlow(SPACED, 1_000);
});

/** xAI's file is not part of this project; where it is at hand it is tried. */
const GROK = '../shared/data/tokenizers/grok1/tokenizer.model';

// Ids by sentencepiece 0.2.2.
test.skipIf(!existsSync(GROK))('Grok-1’s model gives SentencePiece’s ids', () => {
  const encoding = fromSentencePiece(readFileSync(GROK));
  const golden: readonly (readonly [text: string, ids: readonly number[]])[] = [
    ['Why is the sky blue?', [3072, 391, 333, 6661, 4284, 130162]],
    [
      '  if (x == 10) {\r\n\t\treturn "a  b";\n\n\n}',
      [
        325, 629, 427, 130122, 1941, 130089, 15, 14, 130119, 4079, 4, 25, 1885, 503, 130092, 325, 130110,
        3165, 6, 130147,
      ],
    ],
    ['                 17 spaces', [541, 325, 15, 21, 7543]],
    ['▁▁marks ▁', [325, 9749, 325]],
    ['今天天气很好', [89338, 130730, 130730, 299, 245, 217, 298, 259, 205, 130759]],
    [
      'l’été 2026, naïve 👩‍🔬',
      [
        371, 130135, 45088, 130089, 16, 14, 16, 20, 130111, 54091, 130089, 309, 228, 214, 238, 295, 197, 210,
        309, 228, 217, 241,
      ],
    ],
    [
      '<|separator|><|mask|> <|control12|>[PAD]<0x0A>',
      [130089, 47, 48, 130089, 60, 130164, 51706, 38623, 14, 130122, 14, 130118, 130151],
    ],
    [' ', [325]],
    ['\ufffd\0', [45914, 69]],
  ];
  for (const [text, ids] of golden) expect(encoding.encode(text)).toEqual(ids);
  expect(encoding.vocabSize).toBe(131_072);
});

test.skipIf(!existsSync(GROK))(
  'Grok-1’s model gives what the slow reading gives',
  { timeout: 120_000 },
  () => {
    expectSameAsSlow(readFileSync(GROK), 4_000);
  },
);
