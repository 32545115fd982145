import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileCache } from '../../src/node/index.js';
import { refreshPrices } from '../../src/prices/refresh/index.js';
import { feedServer, serve } from '../prices/refresh/feed-server.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptcost-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a text comes back, and nothing else is left in the folder', async () => {
  const cache = fileCache(join(folder, 'deep/er/prices.json'));
  expect(await cache.read()).toBeUndefined();
  await cache.write('häßlich 🙂');
  expect(await cache.read()).toBe('häßlich 🙂');
  expect(await readdir(join(folder, 'deep/er'))).toEqual(['prices.json']);
});

test('a write that fails leaves the old text and no draft', async () => {
  const cache = fileCache(join(folder, 'prices.json'));
  await cache.write('old');
  await expect(cache.write(null as never)).rejects.toThrow();
  expect(await cache.read()).toBe('old');
  expect(await readdir(folder)).toEqual(['prices.json']);
});

test('a folder in the place of the file is an error that refreshPrices survives', async () => {
  const cache = fileCache(folder);
  await expect(cache.read()).rejects.toThrow(/EISDIR/);
});

test('a file that was cut short is ignored with the reason, then replaced', async () => {
  const server = await feedServer();
  const period = {
    from: null,
    rates: { input: '0.5', output: '0.7' },
    sources: ['list'],
    checked: '2026-12-01',
  };
  const seller = {
    seller: 'groq',
    currency: 'USD',
    sources: { list: { ref: 'https://groq.com/pricing', date: '2026-12-01' } },
    offers: [{ model: 'llama-3.3-70b', periods: [period] }],
  };
  server.answer = serve(JSON.stringify({ schemaVersion: 1, asOf: '2026-12-01', sellers: [seller] }));
  const path = join(folder, 'prices.json');
  const options = { url: server.url, fetch, cache: fileCache(path), now: () => new Date('2026-12-02') };
  try {
    expect(await refreshPrices(options)).toMatchObject({ status: 'updated', notes: [] });
    const whole = await readFile(path, 'utf8');
    await truncate(path, whole.length - 40);
    const again = await refreshPrices(options);
    expect(again).toMatchObject({
      status: 'updated',
      notes: [expect.stringMatching(/^The cache was not used: /)],
    });
    expect(await readFile(path, 'utf8')).toBe(whole);
    expect(await refreshPrices(options)).toMatchObject({ status: 'unchanged', notes: [] });
  } finally {
    await server.close();
  }
});

test('two processes that write at once leave one whole text, and a reader never sees a part', async () => {
  const path = join(folder, 'prices.json');
  const writer = join(folder, 'writer.ts');
  const room = new URL('../../src/node/index.ts', import.meta.url).href;
  await writeFile(
    writer,
    `import { fileCache } from ${JSON.stringify(room)};
     const [path, letter] = process.argv.slice(2);
     const cache = fileCache(path);
     (async () => {
       for (let turn = 0; turn < 60; turn++) await cache.write(letter.repeat(200_000));
     })();`,
  );
  const tsx = new URL('../../node_modules/tsx/dist/cli.mjs', import.meta.url).pathname;
  const run = (letter: string): Promise<number | null> =>
    new Promise((done) => {
      spawn(process.execPath, [tsx, writer, path, letter], { stdio: 'inherit' }).on('exit', done);
    });
  let running = true;
  const seen = new Set<string>();
  const reader = (async () => {
    const cache = fileCache(path);
    while (running) {
      const text = await cache.read();
      if (text !== undefined) seen.add(`${text.length} ${[...new Set(text)].join('')}`);
    }
  })();
  expect(await Promise.all([run('a'), run('b')])).toEqual([0, 0]);
  running = false;
  await reader;
  expect([...seen].filter((each) => !['200000 a', '200000 b'].includes(each))).toEqual([]);
  expect(seen.size).toBeGreaterThan(0);
  expect((await readdir(folder)).sort()).toEqual(['prices.json', 'writer.ts']);
}, 60_000);
