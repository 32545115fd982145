import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../tokenizers/manifest.json' with { type: 'json' };
import { vocabularyNamed } from '../tokenize/vocabularies.js';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

test('the manifest lists every vocabulary file', () => {
  const files = readdirSync('tokenizers').filter((file) => file.endsWith('.js'));
  expect(files.sort()).toEqual(manifest.vocabularies.map(({ file }) => file).sort());
});

test.each(manifest.vocabularies)('$name is the file that was built and verified', (entry) => {
  const text = readFileSync(`tokenizers/${entry.file}`, 'utf8');
  expect(sha256(text)).toBe(entry.sha256);
  expect(sha256(Buffer.from(/'(.*)'/.exec(text)![1]!, 'base64'))).toBe(entry.bytesSha256);
});

test.each(manifest.vocabularies)('$name has a notice that names it', ({ file, notice }) => {
  expect(existsSync(`tokenizers/${notice}`)).toBe(true);
  expect(readFileSync(`tokenizers/${notice}`, 'utf8')).toContain(file);
  expect(readFileSync('NOTICE', 'utf8')).toContain(notice);
});

test.each(manifest.vocabularies)(
  'the engine reads from $name what the manifest says',
  async ({ name, ...entry }) => {
    const vocabulary = await vocabularyNamed(name);
    expect(vocabulary.name).toBe(name);
    expect(vocabulary.size).toBe(entry.tokens);
    expect(vocabulary.vocabSize).toBe(entry.vocabSize);
    expect(vocabulary.backtracks).toBe(entry.unreachable === 0);
  },
);

test('what Meta asks for is said word for word', () => {
  expect(readFileSync('NOTICE', 'utf8')).toContain('Built with Meta Llama 3');
  expect(readFileSync('NOTICE', 'utf8')).toContain(
    'Meta Llama 3 is licensed under the Meta Llama 3 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.',
  );
});
