import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { compilePack, loadEncoding, PACKS, packFolder } from '../../src/encodings/index.js';

afterEach(() => vi.unstubAllEnvs());

test('a pack names its origin exactly, and its terms', () => {
  for (const { sha256, compiled, version, terms, notice, package: name } of PACKS) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(compiled).toMatch(/^[0-9a-f]{64}$/);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(name).toMatch(/^(@[a-z]+\/)?[a-z0-9_-]+$/);
    expect(terms).toMatch(/^https:/);
    expect(notice.length).toBeGreaterThan(40);
  }
});

/** The origin's file, where `npm run conformance` has fetched it. */
function originOf(pack: (typeof PACKS)[number]): string {
  const { PROMPTCOST_CACHE: cache = join(homedir(), '.cache', 'promptcost') } = process.env;
  const folder = `${pack.package}-${pack.version}`.replace(/^@/, '').replace('/', '-');
  return join(cache, folder, 'package', pack.file);
}

// The smallest: Gemma's take half a minute, and `promptcost add` checks each.
for (const pack of PACKS.filter(({ name }) => name === 'llama2')) {
  test.skipIf(!existsSync(originOf(pack)))(
    `what this version makes of ${pack.name} has the hash that loading asks for`,
    () => {
      const bytes = compilePack(pack, readFileSync(originOf(pack), 'utf8'));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(pack.compiled);
    },
    120_000,
  );
}

test('packs are kept where the platform keeps caches', () => {
  const home = '/home/ada';
  expect(packFolder({ platform: 'linux', env: {}, home })).toBe('/home/ada/.cache/promptcost/packs');
  expect(packFolder({ platform: 'linux', env: { XDG_CACHE_HOME: '/c' }, home })).toBe('/c/promptcost/packs');
  expect(packFolder({ platform: 'darwin', env: {}, home })).toBe('/home/ada/Library/Caches/promptcost/packs');
  expect(packFolder({ platform: 'win32', env: { LOCALAPPDATA: 'C:/L' }, home })).toBe(
    'C:/L/promptcost/packs',
  );
  expect(packFolder({ platform: 'linux', env: { PROMPTCOST_CACHE: '/p' }, home })).toBe('/p/packs');
});

test('a pack that was never added is an error that says how to add it', async () => {
  vi.stubEnv('PROMPTCOST_CACHE', '/nowhere');
  await expect(loadEncoding('gemma3')).rejects.toMatchObject({ code: 'unknown-encoding' });
  await expect(loadEncoding('gemma3')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[PromptCostError: gemma3 (Gemma 3, and Gemini 2 and 3 as Google's own SDK maps them) is not in this package. 'npx promptcost add gemma3' adds it in Node; elsewhere, import what 'npx promptcost add gemma3 --out gemma3.mjs' writes.]`,
  );
});

test('an unknown name is told the names there are, packs included', async () => {
  await expect(loadEncoding('gemma9')).rejects.toMatchObject({
    code: 'unknown-encoding',
    message: expect.stringContaining('gemma3'),
  });
});
