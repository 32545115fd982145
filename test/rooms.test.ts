import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ANYWHERE = ['errors', 'meters'];

/** Which rooms of `src` each room may import, types included. What a room may import, the rooms right of it may too. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  meters: [],
  money: [],
  tokenize: [],
  encodings: ['tokenize'],
  models: [],
  prices: ['money', 'models'],
  usage: ['money', 'models'],
  bill: ['money', 'models', 'prices', 'usage'],
  request: ['tokenize', 'encodings', 'models'],
  estimate: ['request', 'bill', 'tokenize', 'encodings', 'money', 'models', 'prices', 'usage'],
  plan: ['request', 'estimate', 'bill', 'tokenize', 'encodings', 'money', 'models', 'prices', 'usage'],
  budget: ['estimate', 'bill', 'money'],
  node: ['prices'],
  cli: [
    'tokenize',
    'encodings',
    'money',
    'models',
    'prices',
    'usage',
    'bill',
    'request',
    'estimate',
    'budget',
  ],
  entries: [
    'tokenize',
    'encodings',
    'money',
    'models',
    'prices',
    'usage',
    'bill',
    'request',
    'estimate',
    'plan',
    'budget',
    'node',
    'cli',
  ],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const imports = files.flatMap((file) =>
  ts
    .preProcessFile(readFileSync(`src/${file}`, 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.') && !fileName.endsWith('.json'))
    .map(({ fileName }) => [file, posix.join(posix.dirname(file), fileName)] as const),
);

test('every file stands in a known room', () => {
  expect(files.filter((file) => !(file.split('/')[0]! in ALLOWED))).toEqual([]);
});

test('a room imports only what it may', () => {
  const strays = imports.filter(([file, target]) => {
    const from = file.split('/')[0]!;
    const to = target.split('/')[0]!;
    return from !== to && ![...(ALLOWED[from] ?? []), ...ANYWHERE].includes(to);
  });
  expect(strays).toEqual([]);
});

// What needs zod, and what few need, stands behind doors of its own.
const SECOND_DOORS = [
  'prices/schema.js',
  'prices/import/index.js',
  'prices/refresh/index.js',
  'request/templates/index.js',
];
const EDGE = ['entries', 'node', 'cli'];

test('another room is entered by its index, or from the edge by a second door', () => {
  const strays = imports.filter(([file, target]) => {
    const [from, to] = [file.split('/')[0]!, target.split('/')[0]!];
    if (from === to || target === `${to}/index.js`) return false;
    return !EDGE.includes(from) || !SECOND_DOORS.includes(target);
  });
  expect(strays).toEqual([]);
});

test('nothing but the command and the room for Node knows Node', () => {
  const strays = files
    .filter((file) => !/^(cli|node)\/|^entries\/cli\.ts$/.test(file))
    .filter((file) => /from 'node:|\bprocess\.\w|\brequire\(/.test(readFileSync(`src/${file}`, 'utf8')));
  expect(strays).toEqual([]);
});

test('nothing makes code at run time', () => {
  const strays = files.filter((file) => /\beval\(|new Function\(/.test(readFileSync(`src/${file}`, 'utf8')));
  expect(strays).toEqual([]);
});

test('a file over 250 lines says at its top why', () => {
  const long = files.filter((file) => readFileSync(`src/${file}`, 'utf8').split('\n').length > 251);
  expect(long.filter((file) => !/^(\/\/|\/\*)/.test(readFileSync(`src/${file}`, 'utf8')))).toEqual([]);
});
