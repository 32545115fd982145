import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES, familyTexts } from '../../bench/corpora/families.js';
import type { KernelEngine } from '../../src/tokenize/kernel/kernel-engine.js';
import { openVocabulary, unpackVocabulary } from '../../src/tokenize/vocabulary/read-vocabulary.js';
import type { Vocabulary } from '../../src/tokenize/vocabulary/vocabulary.js';
import { heapRanks } from './heap-ranks.js';
import { smallKernel } from './small-kernel.js';
import { packedVocabularyNamed, VOCABULARIES } from './vocabularies.js';

const NO_LIMIT = Number.POSITIVE_INFINITY;
const FAMILY_BYTES = 12_000;
const LONGEST_TOKEN = 128; // bytes
const ALPHABETS = [
  'a',
  'ab',
  'acgt',
  'eaths',
  '=',
  '=-',
  ' ',
  ' \n',
  '\r\n\t ',
  '的一是',
  'のをに',
  'éa\u0301',
  'กา',
];

/** Kernels whose windows end within words. */
const WINDOWED = await Promise.all(
  [16, 64, 256].map(async (window) => ({
    name: `windows of ${window} bytes`,
    open: await smallKernel({ WINDOW: window, LINEAR_BEFORE_HEAP: 8 }),
    backtracks: false,
  })),
);
/** Kernels that forget what lies a few tokens back, often and soon. */
const FORGETFUL = await Promise.all(
  [4, 16, 48].map(async (kept) => ({
    name: `${kept} bytes to go back over`,
    open: await smallKernel({ ROOM: LONGEST_TOKEN + 2 * kept, KEPT: kept }),
    backtracks: true,
  })),
);
const KERNELS = [...WINDOWED, ...FORGETFUL];

describe.each(VOCABULARIES.filter((name) => name !== 'mistral_v1'))('%s', async (name) => {
  const packed = openVocabulary(await packedVocabularyNamed(name));
  const vocabulary = unpackVocabulary(packed);
  const ranks = heapRanks(vocabulary);
  const kernels = KERNELS.filter(
    ({ backtracks }) => !backtracks || (packed.backtracks && packed.maxTokenBytes <= LONGEST_TOKEN),
  );
  const opened = kernels.map((kernel): [string, KernelEngine] => [
    kernel.name,
    kernel.open({ ...packed, backtracks: kernel.backtracks })!,
  ]);

  test.each(opened)('%s: every hostile family is what one heap over each piece makes of it', (_, kernel) => {
    for (const family of Object.keys(FAMILIES)) {
      const [text] = familyTexts(family, [FAMILY_BYTES]);
      const expected = ranks(text!);
      expect(kernel.ranks(text!), family).toEqual(expected);
      expect(kernel.count(text!, NO_LIMIT), family).toBe(expected.length);
    }
  });

  test.each(opened)('%s: so is what is made of few letters, and of tokens', (_, kernel) => {
    fc.assert(
      fc.property(fc.oneof(ofFewLetters, ofTokens(vocabulary)), (text) => {
        const expected = ranks(text);
        expect(kernel.ranks(text)).toEqual(expected);
        expect(kernel.count(text, NO_LIMIT)).toBe(expected.length);
      }),
      { numRuns: 300 },
    );
  });
});

/** Long, and often with the same few letters a second time. */
const ofFewLetters: fc.Arbitrary<string> = fc
  .constantFrom(...ALPHABETS)
  .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 400 }))
  .chain((letters) => fc.integer({ min: 1, max: 4 }).map((times) => letters.join('').repeat(times)));

/** Tokens of letters without a space between, those among them that merging does not reach; and the same few again and again. */
function ofTokens(vocabulary: Vocabulary): fc.Arbitrary<string> {
  const { bytes, starts, lefts, size } = vocabulary;
  const decoder = new TextDecoder();
  const words: string[] = [];
  const unreached: string[] = [];
  for (let rank = 0; rank < size; rank++) {
    const word = decoder.decode(bytes.subarray(starts[rank]!, starts[rank + 1]!));
    if (word.length < 2 || !/^\p{L}+$/u.test(word)) continue;
    (lefts[rank] === -1 ? unreached : words).push(word);
  }
  const any = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...(unreached.length ? unreached : words)));
  return fc
    .array(any, { minLength: 1, maxLength: 40 })
    .chain((some) => fc.integer({ min: 1, max: 12 }).map((times) => some.join('').repeat(times)));
}
