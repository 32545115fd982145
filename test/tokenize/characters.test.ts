import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CharacterSource,
  characterVocabulary,
} from '../../src/encodings/compile/character-vocabulary.js';
import { compact } from '../../src/encodings/compile/compact.js';
import { writeBytes } from '../../src/encodings/compile/write-bytes.js';
import { PromptCostError } from '../../src/errors/index.js';
import { type Encoding, fromCompiled } from '../../src/tokenize/index.js';
import { referenceIds, sourceOf } from './sentencepiece.js';

function encodingOf(source: CharacterSource): Encoding {
  const vocabulary = characterVocabulary(source);
  const rest = { name: 'small', pattern: '', wholePieces: false, machine: new Uint8Array(0) };
  return fromCompiled(writeBytes(rest, vocabulary, compact(vocabulary)));
}

/** The encoding, or `undefined` where the engine says that it cannot be exact. */
function takenEncoding(source: CharacterSource): Encoding | undefined {
  try {
    return encodingOf(source);
  } catch (error) {
    if (error instanceof PromptCostError) return undefined;
    throw error;
  }
}

const CHARACTERS = '▁abc>/<中é';

/** As Mistral: a prefix, and runs of spaces that merge last. */
const MISTRAL = sourceOf(
  CHARACTERS,
  ['▁ a', 'b c', 'a bc', '▁a bc', '中 é', '▁ 中é', 'a a', 'aa aa', '▁ ▁', '▁▁ ▁▁'],
  { prefix: ' ' },
);
/** As Gemma 3: line breaks and tags found in the text, runs of spaces that merge from the left, and a token with a space in it. */
const GEMMA = sourceOf(
  `${CHARACTERS}\n`,
  ['▁▁ ▁', '▁ ▁▁', '▁ ▁', '< /', '▁ </', '> ▁</', '▁ a', 'b c', 'a bc', '▁a bc', 'a a', 'aa aa'],
  { blocks: ['\n', '\n\n', '\n\n\n', '▁▁', '▁▁▁', '<b>', '</b>'] },
);
/** With a token, `caaaa`, that merging never makes of its own characters: `ca` comes first. */
const SNAGGED = sourceOf(CHARACTERS, ['c a', 'a a', 'aa aa', 'c aaaa', 'a b', '▁ c', 'b b', 'bb bb']);

const SOURCES = { MISTRAL, GEMMA, SNAGGED };
const alphabet = fc.constantFrom(
  ...'aaabbcc>/<中é',
  ' ',
  ' ',
  '▁',
  '\n',
  '文',
  '😀',
  '<b>',
  '</b>',
  '> </',
  'cab',
);
const texts = fc.array(alphabet, { maxLength: 160 }).map((parts) => parts.join(''));

describe.each(Object.entries(SOURCES))('%s', (_, source) => {
  const encoding = encodingOf(source);

  test('gives the ids that merging by the list gives', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const ids = referenceIds(source, text);
        expect(encoding.encode(text)).toEqual(ids);
        expect(encoding.count(text)).toBe(ids.length);
      }),
      { numRuns: 1_500 },
    );
  });

  test('decodes to the text, with a space for its mark', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(encoding.decode(encoding.encode(text))).toBe(text.replaceAll('▁', ' '));
      }),
    );
  });

  test('places each token where the text has it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const token of encoding.tokens(text)) {
          expect(token.start).toBeLessThanOrEqual(end);
          expect(text.slice(token.start, token.end).replaceAll('▁', ' ')).toContain(
            token.text.includes('\ufffd')
              ? ''
              : token.text.slice(token.start === 0 ? source.prefix.length : 0),
          );
          end = token.end;
        }
        expect(end).toBe(text.length);
      }),
    );
  });

  test('cuts a text into parts that fit and make it up', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 30 }), (text, limit) => {
        const parts = encoding.split(text, limit);
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => encoding.count(part) <= limit)).toBe(true);
        expect(text.startsWith(encoding.truncate(text, limit))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

/** Merges drawn at random: each joins two symbols there are, in an order that makes some tokens bar the way to others. */
const randomSources = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 24 }).map((draws) => {
  const symbols = ['a', 'b', '中', 'é'];
  const merges: string[] = [];
  for (const [left, right] of draws) {
    const pair = [symbols[left % symbols.length]!, symbols[right % symbols.length]!] as const;
    const made = pair.join('');
    if (symbols.includes(made) || made.length > 8) continue;
    // The list of a real vocabulary holds every two symbols that join to a token.
    for (let middle = 1; middle < made.length; middle++) {
      const [first, last] = [made.slice(0, middle), made.slice(middle)];
      if (symbols.includes(first) && symbols.includes(last)) merges.push(`${first} ${last}`);
    }
    symbols.push(made);
  }
  return sourceOf('ab中é', merges);
});

test('any vocabulary gives, on long words, the ids that merging by its list gives, or is refused', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', '中', 'é', '文', 'ab', '中中'), { minLength: 20, maxLength: 120 })
    .map((parts) => parts.join(''));
  let taken = 0;
  fc.assert(
    fc.property(randomSources, fc.array(words, { minLength: 4, maxLength: 4 }), (source, texts) => {
      const encoding = takenEncoding(source);
      if (!encoding) return;
      taken++;
      for (const text of texts) expect(encoding.encode(text)).toEqual(referenceIds(source, text));
    }),
    { numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(100);
});

test.each(Object.entries(SOURCES))('%s counts long runs as short ones foretell', (_, source) => {
  const encoding = encodingOf(source);
  for (const run of ['a', ' ', '中', '文', '> </', 'caaaa', '\n', '▁']) {
    const text = run.repeat(600);
    expect(encoding.count(text)).toBe(referenceIds(source, text).length);
    expect(encoding.count(run.repeat(200_000))).toBeGreaterThan(0);
  }
});

test('the prefix is no part of the text', () => {
  const encoding = encodingOf(MISTRAL);
  expect(encoding.encode('')).toEqual([]);
  expect([...encoding.tokens('abc')]).toMatchObject([{ text: ' abc', start: 0, end: 3 }]);
  expect([...encoding.tokens(' abc')].map(({ text, start, end }) => [text, start, end])).toEqual([
    [' ', 0, 0],
    [' abc', 0, 4],
  ]);
  expect(encoding.decode(encoding.encode('abc'))).toBe('abc');
});

test('a character that is no token counts as its bytes, which join again', () => {
  const encoding = encodingOf(GEMMA);
  expect(encoding.encode('文')).toEqual([3 + 0xe6, 3 + 0x96, 3 + 0x87]);
  expect(encoding.decode([3 + 0xe6, 3 + 0x96, 3 + 0x87])).toBe('文');
  expect(encoding.decode([3 + 0x61])).toBe('a'); // no text makes this id, since "a" is a token itself
});

test('control tokens are text unless asked for', () => {
  const encoding = encodingOf(MISTRAL);
  expect(encoding.encode('<s>')).not.toContain(1);
  expect(encoding.encode('<s>a', { specialTokens: 'special' })).toEqual([1, ...encoding.encode('a')]);
});

describe('a vocabulary is refused', () => {
  const refusal = (source: CharacterSource): string => {
    try {
      encodingOf(source);
    } catch (error) {
      return String(error);
    }
    return 'taken';
  };

  test('when its merge list comes back to a token after others', () => {
    expect(refusal(sourceOf('abc', ['a b', 'ab c', 'b c', 'a bc']))).toMatchInlineSnapshot(
      `"PromptCostError: The vocabulary is not one this engine can merge: its merge list comes back to a token after others."`,
    );
  });

  test('when it lacks a byte', () => {
    const { ids, ...rest } = sourceOf('abc', []);
    const fewer = new Map([...ids].filter(([text]) => text !== '<0xFF>'));
    expect(refusal({ ids: fewer, ...rest })).toMatchInlineSnapshot(
      `"PromptCostError: The vocabulary is not one this engine can merge: it lacks the byte token <0xFF>."`,
    );
  });

  test('when it has both a prefix and tokens found in the text', () => {
    expect(refusal(sourceOf('abc', [], { prefix: ' ', blocks: ['<b>'] }))).toMatchInlineSnapshot(
      `"PromptCostError: The vocabulary is not one this engine can merge: it has both a prefix and tokens found in the text."`,
    );
  });
});
