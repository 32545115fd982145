import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeShelf } from '../../src/cli/node-shelf.js';
import { fromCompiled } from '../../src/tokenize/index.js';
import { modelFile, smallPieces } from '../encodings/sentencepiece-file.js';
import { sourceOf } from '../tokenize/sentencepiece.js';
import { type Ran, run } from './run.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptcost-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** The 256 bytes, `he` 256 and `hell` 300. */
const RANKS =
  Array.from({ length: 256 }, (_, byte) => `${Buffer.of(byte).toString('base64')} ${byte}\n`).join('') +
  'aGU= 256\nbGw= 257\naGVsbA== 300\n';

const QWEN = 'b2b1b8dfb5cc5f024bafc373121c6aba3f66f9a5a0269e243470a1de16a33186';

async function compile(argv: readonly string[], sha256?: string): Promise<Ran> {
  const shelf = { ...nodeShelf(), ...(sha256 !== undefined && { sha256: () => sha256 }) };
  const { code, out, err } = await run(argv, { shelf });
  return { code, out: out.replaceAll(folder, ''), err: err.replaceAll(folder, '') };
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function compiled(name: string): Promise<ReturnType<typeof fromCompiled>> {
  return fromCompiled(await readFile(join(folder, name)));
}

test('--specials gives a rank file its control tokens', async () => {
  const file = await fileOf('my.tiktoken', RANKS);
  const specials = await fileOf('specials.json', '{"<|end|>": 301, "<|start|>": 400}');
  const to = ['compile', file, '-o', join(folder, 'my.pc'), '--pattern', 'gpt2', '--specials'];
  expect(await compile([...to, specials])).toMatchObject({ code: 0, err: '' });
  const encoding = await compiled('my.pc');
  expect(encoding.encode('hell<|end|>', { specialTokens: 'special' })).toEqual([300, 301]);
  expect(encoding.encode('<|end|>')).not.toContain(301);
  expect(encoding.vocabSize).toBe(401);
  const taken = await compile([...to, await fileOf('taken.json', '{"<|end|>": 300}')]);
  expect(taken).toMatchObject({ code: 2, err: expect.stringContaining('300, which another token has') });
  const broken = await compile([...to, await fileOf('broken.json', '{')]);
  expect(broken).toMatchObject({ code: 2, err: expect.stringContaining('is not JSON') });
  const model = await fileOf('my.model', modelFile({ pieces: smallPieces('▁abc', ['▁a', 'bc']) }));
  const other = await compile(['compile', model, '-o', join(folder, 'x.pc'), '--specials', specials]);
  expect(other).toMatchObject({ code: 2, err: expect.stringContaining('--specials is for rank files') });
});

test('a rank file and a known pattern become a file that fromCompiled reads', async () => {
  const file = await fileOf('my.tiktoken', RANKS);
  const { code, out, err } = await compile([
    'compile',
    file,
    '-o',
    join(folder, 'my.pc'),
    '--pattern',
    'gpt2',
  ]);
  expect([code, err]).toEqual([0, '']);
  // 256 bytes, he, ll, hell; 22 sentences, and the 131 tokens that are UTF-8 (ASCII, and those three) in threes: 44 texts.
  expect(out.replace(/[\d,]+ bytes/, '… bytes')).toMatchInlineSnapshot(`
    "/my.pc: my, 259 tokens, ids below 301, engine promptcost, … bytes
    the same tokens as /my.tiktoken on 66 probe texts
    "
  `);
  const encoding = await compiled('my.pc');
  expect(encoding.name).toBe('my');
  expect(encoding.encode('hellhe')).toEqual([300, 256]);
  expect((await readdir(folder)).sort()).toEqual(['my.pc', 'my.tiktoken']);
});

test('a regular expression does as a pattern, and --name names the encoding', async () => {
  const file = await fileOf('my.tiktoken', RANKS);
  const pattern = String.raw`\p{L}+|\P{L}`;
  const argv = ['compile', file, '--out', join(folder, 'a.pc'), `--pattern=${pattern}`, '--name', 'ours'];
  expect((await compile([...argv, '--json'])).code).toBe(0);
  expect((await compiled('a.pc')).name).toBe('ours');
});

test('a known file is recognised, and brings its pattern, name and note', async () => {
  const file = await fileOf('my.tiktoken', RANKS);
  const { code, out, err } = await compile(['compile', file, '-o', join(folder, 'a.pc'), '--json'], QWEN);
  expect(code).toBe(0);
  expect(err).toContain("recognised as Alibaba's qwen.tiktoken, of Qwen 2.5 and Qwen 3\n");
  expect(err).toContain('NFC');
  expect(JSON.parse(out)).toMatchObject({
    recognised: "Alibaba's qwen.tiktoken",
    name: 'qwen',
    kind: 'ranks',
    tokens: 259,
    vocabSize: 301,
    engine: 'promptcost',
  });
});

test('a SentencePiece model needs no pattern', async () => {
  const file = await fileOf(
    'tokenizer.model',
    modelFile({ pieces: smallPieces('▁abc', ['▁a', 'bc', 'abc']) }),
  );
  const { code } = await compile(['compile', file, '-o', join(folder, 'sp.pc')]);
  expect(code).toBe(0);
  expect((await compiled('sp.pc')).encode('abc')).toEqual([259, 260]);
  const { code: misused, err } = await compile([
    'compile',
    file,
    '-o',
    join(folder, 'sp.pc'),
    '--pattern',
    'gpt2',
  ]);
  expect(misused).toBe(2);
  expect(err).toContain('--pattern is for rank files');
});

test('a tokenizer.json is compared with what @huggingface/tokenizers makes of it', async () => {
  const { ids, merges } = sourceOf('▁abc', ['▁ a', 'b c']);
  const json = {
    added_tokens: [{ id: 1, content: '<s>', special: true }],
    normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
    model: { type: 'BPE', byte_fallback: true, vocab: Object.fromEntries(ids), merges },
  };
  const file = await fileOf('tokenizer.json', JSON.stringify(json));
  const { code, err } = await compile(['compile', file, '-o', join(folder, 'j.pc')]);
  expect([code, err]).toEqual([0, '']);
  // "▁a" and "bc".
  expect((await compiled('j.pc')).encode(' abc')).toEqual([ids.get('▁a'), ids.get('bc')]);
});

test('a tokenizer.json that only the fallback reads has no compact form', async () => {
  const vocab = { '[UNK]': 0, a: 1 };
  const json = { model: { type: 'WordPiece', unk_token: '[UNK]', vocab, continuing_subword_prefix: '##' } };
  const file = await fileOf('tokenizer.json', JSON.stringify(json));
  const { code, err } = await compile(['compile', file, '-o', join(folder, 'j.pc')]);
  expect(code).toBe(1);
  expect(err).toContain('has no compact form: its model is WordPiece, not BPE');
});

test('a file that cannot be used is named, and nothing is written', async () => {
  const file = await fileOf('my.tiktoken', `${RANKS}aGU= 400\n`);
  const { code, err } = await compile(['compile', file, '-o', join(folder, 'my.pc'), '--pattern', 'gpt2']);
  expect(code).toBe(1);
  expect(err).toContain('line 260: the token stands in line 257, too');
  expect(await readdir(folder)).toEqual(['my.tiktoken']);
});

test.each([
  [['compile'], 'compile what?'],
  [['compile', 'x'], '-o, a file that ends in .pc'],
  [['compile', 'x', '-o', 'x.js'], '-o, a file that ends in .pc'],
  [['compile', '/no/such/file', '-o', 'x.pc'], 'cannot read /no/such/file: there is no such file'],
  [['hello', '--pattern', 'gpt2'], '--pattern belongs to promptcost compile'],
])('%j is misused', async (argv, hint) => {
  const { code, err } = await compile(argv);
  expect(code).toBe(2);
  expect(err).toContain(hint);
});

test('a rank file without a pattern is misused, and the known patterns are named', async () => {
  const { code, err } = await compile(['compile', await fileOf('r', RANKS), '-o', 'x.pc']);
  expect(code).toBe(2);
  expect(err).toContain('--pattern with a name (gpt2, cl100k, qwen, o200k, tekken, kimi)');
});
