import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refused, SECRET } from './refused.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptcost-odd-'));
  mkdirSync(join(folder, 'folder'));
  for (const [name, content] of Object.entries({
    'text.txt': `${SECRET} is no JSON\n`,
    'cut.json': `{"usage": "${SECRET}`,
    'list.json': `["${SECRET}"]`,
    'null.json': 'null',
    empty: '',
    'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
    'utf-16.txt': Buffer.from(`\ufeff${SECRET}`, 'utf16le'),
  })) {
    writeFileSync(join(folder, name), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const READERS: Readonly<Record<string, (file: string) => string[]>> = {
  'a comparison': (file) => ['-f', file],
  tokens: (file) => ['tokens', '-f', file],
  usage: (file) => ['usage', file, '-m', 'o1'],
  prices: (file) => ['prices', 'check', file],
  compile: (file) => ['compile', file, '-o', join(folder, 'out.pc')],
};

describe.each(Object.entries(READERS))('%s of a file', (reader, argv) => {
  test.each([
    ['missing', 'there is no such file'],
    ['folder', 'it is a folder'],
    ['text.txt/below', process.platform === 'win32' ? 'there is no such file' : 'there is no such folder'],
    ['nul\0', 'that is no file name'],
  ])('that cannot be read: %j', async (name, why) => {
    const { code, err } = await refused(argv(join(folder, name)));
    expect(code).toBe(2);
    expect(err).toContain(why);
  });

  test('that holds nothing', async () => {
    for (const file of [join(folder, 'empty'), '-', ...(process.platform === 'win32' ? [] : ['/dev/null'])]) {
      const { code } = await refused(argv(file));
      expect(code).toBe(reader === 'compile' ? 1 : 2);
    }
  });

  test.each(['picture.png', 'utf-16.txt'])('that is no text: %s', async (name) => {
    const { err } = await refused(argv(join(folder, name)));
    if (reader !== 'compile') expect(err).toContain('it is no text in UTF-8');
  });
});

test.each([
  ['usage', 'text.txt', 2],
  ['usage', 'cut.json', 2],
  ['usage', 'list.json', 2],
  ['usage', 'null.json', 2],
  ['prices', 'text.txt', 2],
  ['prices', 'cut.json', 2],
  ['compile', 'text.txt', 1],
  ['compile', 'cut.json', 1],
  ['compile', 'list.json', 1],
])('%s refuses %s with %i', async (reader, name, code) => {
  expect((await refused(READERS[reader]!(join(folder, name)))).code).toBe(code);
});

test.each([
  ['folder.pc', 'it is a folder'],
  ['text.txt/out.pc', ''], // the reason differs between systems
])('compile cannot write %s, and leaves no draft', async (name, why) => {
  const ranks = Array.from({ length: 256 }, (_, byte) => `${Buffer.of(byte).toString('base64')} ${byte}\n`);
  writeFileSync(join(folder, 'my.tiktoken'), ranks.join(''));
  mkdirSync(join(folder, 'folder.pc'), { recursive: true });
  const path = join(folder, name);
  const { code, err } = await refused([
    'compile',
    join(folder, 'my.tiktoken'),
    '--pattern',
    'gpt2',
    '-o',
    path,
  ]);
  expect(code).toBe(2);
  expect(err).toContain(`cannot write ${path}: ${why}`);
  expect(readdirSync(folder).filter((each) => each.endsWith('.tmp'))).toEqual([]);
});

test('stdin that breaks off is one line', async () => {
  const stdin = (async function* (): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(0x68);
    throw Object.assign(new Error(`EISDIR: ${SECRET}`), { code: 'EISDIR' });
  })();
  for (const argv of [
    ['-m', 'o1'],
    ['usage', '-'],
    ['prices', 'check', '-'],
  ]) {
    expect((await refused(argv, { stdin })).code).toBe(2);
  }
});

test('an empty text is nothing to count', async () => {
  for (const argv of [[''], ['tokens', ''], ['-', '-m', 'o1'], ['tokens']]) {
    expect((await refused(argv)).err).toContain('is empty: nothing to count');
  }
});
