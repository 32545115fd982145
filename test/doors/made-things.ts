import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createBudget, memoryStore } from '../../src/entries/budget.js';
import { fromCompiled, fromTokenizerJson, type StreamingEncoding } from '../../src/entries/index.js';
import { fileCache } from '../../src/entries/node.js';
import { loadTemplate, normalRequest } from '../../src/entries/templates.js';
import { fromCompiled as portableFromCompiled } from '../../src/entries/tokenize.js';
import { granted } from '../budget/granted.js';
import { wordPieceFile } from '../encodings/custom/tiny-tokenizers.js';
import { compiledBytes } from './small-vocabularies.js';
import { SECRET } from './strange-values.js';
import { EXPORTS, type ValidCalls } from './valid-calls.js';
import { estimator, NOW, REPLY, SMALL } from './valid-values.js';

/** What a call returns, and a valid call of each of its methods. Each is made anew, since some remember. */
export interface MadeThing {
  readonly name: string;
  readonly make: () => Promise<object>;
  readonly methods: ValidCalls;
}

const SPECIAL = { specialTokens: 'special' };
const HOLD = { id: 'h1', amount: 5n, caps: [{ scope: 'org', per: 'day', limit: 10n }], ttl: 1_000 };
const TEMPLATE_OPTIONS = { date: NOW(), enableThinking: false, effort: 'high', addGenerationPrompt: true };
const folder = await mkdtemp(join(tmpdir(), 'promptcost-doors-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const ENCODING: ValidCalls = {
  count: () => ['hello', SPECIAL],
  countUpTo: () => ['hello', 3, SPECIAL],
  countAsync: () => ['hello', { ...SPECIAL, signal: new AbortController().signal }],
  counter: () => [SPECIAL],
  encode: () => ['hello', SPECIAL],
  decode: () => [[5, 6]],
  decodeBytes: () => [[5, 6]],
  tokens: () => ['hello', SPECIAL],
  truncate: () => ['hello', 3, SPECIAL],
  split: () => ['hello', 3, { ...SPECIAL, overlap: 1 }],
};

const anEncoding = (name: string, make: () => StreamingEncoding | Promise<StreamingEncoding>): MadeThing => ({
  name,
  make: async () => make(),
  methods: ENCODING,
});

const aCounter = (name: string, make: () => StreamingEncoding | Promise<StreamingEncoding>): MadeThing => ({
  name,
  make: async () => (await make()).counter(),
  methods: { push: () => ['hello'], finish: () => [] },
});

const someBudget = () =>
  createBudget({ caps: [{ scope: 'org', limit: '5', per: 'day' }], estimator, now: NOW });
const someRequest = () => normalRequest({ messages: [{ role: 'user', content: SECRET }] });

export const THINGS: readonly MadeThing[] = [
  anEncoding('an encoding', () => fromCompiled(compiledBytes())),
  anEncoding('an encoding of promptcost/tokenize', () => portableFromCompiled(compiledBytes())),
  anEncoding('an encoding of the fallback', () => fromTokenizerJson(wordPieceFile())),
  aCounter('a counter', () => fromCompiled(compiledBytes())),
  aCounter('a counter of the fallback', () => fromTokenizerJson(wordPieceFile())),
  {
    name: 'an estimator',
    make: async () => estimator,
    methods: Object.fromEntries(Object.keys(estimator).map((name) => [name, EXPORTS[name]!])),
  },
  {
    name: 'a budget',
    make: async () => someBudget(),
    methods: {
      reserve: () => [{ ...SMALL, id: crypto.randomUUID(), labels: { user: 'ada' } }],
      run: () => [{ ...SMALL, id: crypto.randomUUID() }, async () => REPLY, () => REPLY.usage],
    },
  },
  {
    name: 'a reservation',
    make: async () => granted(someBudget().reserve(SMALL)),
    methods: { settle: () => [REPLY], release: () => [] },
  },
  {
    name: 'a store',
    make: async () => memoryStore({ now: NOW }),
    methods: {
      reserve: () => [HOLD],
      settle: () => [{ id: 'h1', amount: 5n, caps: HOLD.caps, reservedAt: 5 }],
      release: () => ['h1'],
      sweep: () => [],
      balances: () => [],
    },
  },
  {
    name: 'a chat template',
    make: async () => loadTemplate('gpt-oss'),
    methods: {
      render: () => [someRequest(), TEMPLATE_OPTIONS],
      prompt: () => [someRequest(), TEMPLATE_OPTIONS],
    },
  },
  {
    name: 'a file cache',
    make: async () => fileCache(join(folder, 'prices.json')),
    methods: { read: () => [], write: () => [SECRET] },
  },
];
