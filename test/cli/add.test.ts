import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeShelf } from '../../src/cli/node-shelf.js';
import type { Shelf } from '../../src/cli/shelf.js';
import { loadEncoding, PACKS } from '../../src/encodings/index.js';
import { readPack } from '../../src/encodings/packs/read-pack.js';
import { fromCompiled } from '../../src/tokenize/index.js';
import { sourceOf } from '../tokenize/sentencepiece.js';
import { run } from './run.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptcost-test-'));
  vi.stubEnv('PROMPTCOST_CACHE', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A `tokenizer.json` of the same form as Gemma's, with a handful of tokens. */
const { ids, merges } = sourceOf('▁abc', ['▁ a', 'b c']);
const SMALL = JSON.stringify({
  added_tokens: [{ id: 1, content: '<s>', special: true }],
  normalizer: { type: 'Replace' },
  model: { type: 'BPE', byte_fallback: true, vocab: Object.fromEntries(ids), merges },
});

const GEMMA2 = PACKS.find(({ name }) => name === 'gemma2')!;

/** The user's cache folder, and in npm's place the small file under the hashes the pack wants. */
function shelfOf(changes: Partial<Shelf> = {}): Shelf {
  return {
    ...nodeShelf(),
    fetch: async () => new TextEncoder().encode(SMALL),
    sha256: (bytes) => (bytes[0] === SMALL.charCodeAt(0) ? GEMMA2.sha256 : GEMMA2.compiled),
    ...changes,
  };
}

test('a pack is added after its terms were shown', async () => {
  const { code, out, err } = await run(['add', 'gemma2'], { shelf: shelfOf() });
  expect(code).toBe(0);
  expect(out).toContain(join(folder, 'packs', 'gemma2.pc'));
  expect(err).toContain('https://ai.google.dev/gemma/terms');
});

test('a file in the cache that is not what this version makes of the pack is an error that says what to do', async () => {
  await run(['add', 'gemma2'], { shelf: shelfOf() });
  const error: unknown = await loadEncoding('gemma2').catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'unsupported-encoding' });
  expect((error as Error).message.replace(folder, '…')).toMatchInlineSnapshot(
    `"…/packs/gemma2.pc is not the gemma2 that this version makes. 'npx promptcost add gemma2' makes it anew."`,
  );
  const bytes = readFileSync(join(folder, 'packs', 'gemma2.pc'));
  const compiled = createHash('sha256').update(bytes).digest('hex');
  // "▁a" and "bc".
  expect(fromCompiled(readPack({ name: 'gemma2', compiled })!).count(' abc')).toBe(2);
  expect(() => readPack({ name: 'gemma2', compiled: GEMMA2.compiled })).toThrow(/add gemma2/);
});

test('a pack that comes out otherwise than it should is not added', async () => {
  const written: string[] = [];
  const write = async (path: string): Promise<void> => void written.push(path);
  const { code, err } = await run(['add', 'gemma2'], {
    shelf: shelfOf({ sha256: () => GEMMA2.sha256, write }),
  });
  expect(code).toBe(1);
  expect(err).toContain('please report this');
  expect(written).toEqual([]);
});

test('a file with another hash is not added', async () => {
  const written: string[] = [];
  const write = async (path: string): Promise<void> => void written.push(path);
  const { code, err } = await run(['add', 'gemma2'], { shelf: shelfOf({ sha256: () => 'f00', write }) });
  expect(code).toBe(1);
  expect(err).toContain('Nothing was added');
  expect(written).toEqual([]);
});

test('--out writes bytes, or a module that is the encoding', async () => {
  const written = new Map<string, Uint8Array | string>();
  const write = async (path: string, content: Uint8Array | string): Promise<void> =>
    void written.set(path, content);
  expect((await run(['add', 'gemma2', '--out', 'x.pc'], { shelf: shelfOf({ write }) })).code).toBe(0);
  for (const out of ['x.js', 'x.mjs'])
    expect((await run(['add', 'gemma2', '--out', out], { shelf: shelfOf({ write }) })).code).toBe(0);
  const bytes = written.get('x.pc') as Uint8Array;
  expect(fromCompiled(bytes).count(' abc')).toBe(2);
  expect(written.get('x.js')).toContain(`atob('${Buffer.from(bytes).toString('base64')}')`);
  expect(written.get('x.js')).toContain('Gemma Terms of Use');
  expect(written.get('x.mjs')).toBe(written.get('x.js'));
});

test('--list says which packs there are, and which were added', async () => {
  const shelf = shelfOf();
  await run(['add', 'gemma2'], { shelf });
  const { out } = await run(['add', '--list', '--json'], { shelf });
  const { packs } = JSON.parse(out) as { packs: { name: string; added: boolean }[] };
  expect(packs.map(({ name, added }) => [name, added])).toEqual([
    ['gemma3', false],
    ['gemma2', true],
    ['llama2', false],
  ]);
});

test.each([
  [['add'], 'add what?'],
  [['add', 'gemma9'], 'gemma3, gemma2, llama2'],
  [['add', 'gemma2', '--out', 'x.txt'], '.mjs, .js or .pc'],
  [['hello', '--list'], 'belongs to promptcost add'],
])('%j is misused', async (argv, hint) => {
  const { code, err } = await run(argv, { shelf: shelfOf() });
  expect(code).toBe(2);
  expect(err).toContain(hint);
});
