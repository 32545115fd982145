import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromTiktoken, loadEncoding } from '../../src/encodings/index.js';
import { PromptCostError } from '../../src/errors/index.js';
import { PATTERNS } from '../../tokenizers/build/patterns.js';

/** The 256 bytes with ranks 0 to 255, then the tokens. */
function rankFile(...tokens: readonly (readonly [text: string, rank: number])[]): string {
  const bytes = Array.from({ length: 256 }, (_, byte) => [Buffer.of(byte), byte] as const);
  const more = tokens.map(([text, rank]) => [Buffer.from(text), rank] as const);
  return [...bytes, ...more].map(([token, rank]) => `${token.toString('base64')} ${rank}\n`).join('');
}

const SMALL = rankFile(['he', 256], ['ll', 257], ['hell', 258], ['hello', 300], ['xyz', 301]);

test('ranks decide what merges, may have gaps, and are the ids', () => {
  const encoding = fromTiktoken(SMALL, PATTERNS.gpt2);
  // "hello" is one; " " and "hello" are one piece, " hello", in which the space merges with nothing.
  expect(encoding.encode('hello hellhe')).toEqual([300, 32, 258, 256]);
  expect(encoding.decode([300, 32, 258])).toBe('hello hell');
  expect(encoding.vocabSize).toBe(302);
});

test('a token that no merge makes counts where it is a whole piece', () => {
  const encoding = fromTiktoken(SMALL, PATTERNS.gpt2);
  expect(encoding.encode('xyz')).toEqual([301]);
  expect(encoding.encode('xyzx')).toEqual([120, 121, 122, 120]);
});

test('bytes, carriage returns, a missing last line break and any order of lines are all the same file', () => {
  const lines = SMALL.trimEnd().split('\n');
  for (const file of [Buffer.from(SMALL), lines.join('\r\n'), `\n${lines.toReversed().join('\n')}\n\n`]) {
    expect(fromTiktoken(file, PATTERNS.gpt2).encode('hello')).toEqual([300]);
  }
});

test('control tokens are ordinary text unless they are asked for', () => {
  const encoding = fromTiktoken(SMALL, PATTERNS.gpt2, { '<end>': 299 });
  expect(encoding.encode('<end>')).toHaveLength(5);
  expect(encoding.encode('hello<end>', { specialTokens: 'special' })).toEqual([300, 299]);
});

test.each([
  ['no space', `${SMALL}aGVq\n`, 'line 262: there is no space'],
  ['base64 with a foreign character', `${SMALL}a*== 400\n`, 'line 262: "a*==" is not base64'],
  ['base64 of a wrong length', `${SMALL}abc 400\n`, 'line 262: "abc" is not base64'],
  ['an empty token', `${SMALL} 400\n`, 'line 262: "" is not base64'],
  ['a token twice', `${SMALL}aGU= 400\n`, 'line 262: the token stands in line 257, too'],
  ['a rank twice', `${SMALL}aGVq 257\n`, 'line 262: the rank 257 stands in line 258, too'],
  ['a negative rank', `${SMALL}aGVq -1\n`, 'line 262: the rank is "-1"'],
  ['a huge rank', `${SMALL}aGVq 16777216\n`, 'line 262: the rank is "16777216"'],
  [
    'a rank of 400 digits',
    `${SMALL}aGVq ${'9'.repeat(400)}\n`,
    'line 262: the rank is a text of 400 characters',
  ],
  ['a fraction', `${SMALL}aGVq 1.5\n`, 'line 262: the rank is "1.5"'],
  ['a power', `${SMALL}aGVq 1e3\n`, 'line 262: the rank is "1e3"'],
  ['a third word', `${SMALL}aGVq 400 7\n`, 'line 262: the rank is "400 7"'],
  ['a missing byte', SMALL.replace(/^.*\n/, ''), 'the byte 0x00 is no token'],
  ['an empty file', '', 'the byte 0x00 is no token'],
  ['a token of 300 bytes that no merge makes', rankFile(['a'.repeat(300), 256]), 'A token of 300 bytes'],
  ['a token of 1,100 bytes', rankFile(['a'.repeat(1_100), 256]), 'a token of 1100 bytes'],
  ['bytes that are no text', Uint8Array.of(10, 255, 254), 'fromSentencePiece'],
  ['JSON', '{"model": {}}', 'line 1: "{\\"model\\":" is not base64'],
])('a rank file with %s is refused', (_, file, message) => {
  const act = (): unknown => fromTiktoken(file, PATTERNS.gpt2);
  expect(act).toThrow(PromptCostError);
  expect(act).toThrow(message);
});

test.each([
  ['an id that is a rank', { x: 256 }, 'has the id 256, which another token has, too'],
  ['one id for two', { x: 400, y: 400 }, '"y" has the id 400, which another'],
  ['no text', { '': 400 }, 'has no text'],
  ['a fraction', { x: 0.5 }, 'has the id 0.5'],
  ['a huge id', { x: 1e308 }, 'has the id 1e+308'],
  ['no number', { x: Number.NaN }, 'has the id NaN'],
])('control tokens with %s are refused', (_, specials: Record<string, number>, message) => {
  expect(() => fromTiktoken(SMALL, PATTERNS.gpt2, specials)).toThrow(message);
});

test('values of another type are refused', () => {
  expect(() => fromTiktoken(7 as never, 'a')).toThrow('The rank file is of type number.');
  expect(() => fromTiktoken(SMALL, /a/ as never)).toThrow('The pattern is an object.');
  expect(() => fromTiktoken(SMALL, PATTERNS.gpt2, [] as never)).toThrow(
    'specials is an array. Pass an object.',
  );
});

test('a pattern that this engine cannot follow is refused by its construct', () => {
  expect(() => fromTiktoken(SMALL, String.raw`(a+)\1|.`)).toThrow(PromptCostError);
});

test('ten million lines are refused by their number', () => {
  expect(() => fromTiktoken('YQ== 1\n'.repeat(10_000_000), PATTERNS.gpt2)).toThrow('more than 1000000 lines');
});

const FOLDER = '../shared/data/tokenizers';

interface Golden {
  readonly strings: readonly (readonly [text: string, ids: readonly number[]])[];
}

/** Vendor's files are not part of this project; where they are at hand they are tried. */
test.skipIf(!existsSync(FOLDER)).each([
  ['qwen/qwen.tiktoken', 'qwen', 'qwen3'],
  ['llama3/tokenizer.model', 'cl100k', 'llama3'],
] as const)('%s gives the ids of the goldens', async (file, pattern, name) => {
  const ours = fromTiktoken(readFileSync(`${FOLDER}/${file}`), PATTERNS[pattern]);
  const bundled = await loadEncoding(name);
  const { strings } = JSON.parse(readFileSync(`fixtures/golden/${name}.json`, 'utf8')) as Golden;
  // The rank file says nothing of NFC, which Qwen's tokenizer makes of a text first.
  const same = strings.filter(([text]) => name !== 'qwen3' || text.normalize('NFC') === text);
  expect(same.length).toBeGreaterThan(200);
  for (const [text, ids] of same) {
    expect(ours.encode(text)).toEqual(ids);
    expect(ours.count(text)).toBe(bundled.count(text));
  }
});
