import { afterEach, expect, test, vi } from 'vitest';
import { loadEncoding, PACKS, packFolder } from '../../src/encodings/index.js';

afterEach(() => vi.unstubAllEnvs());

test('a pack names its origin exactly, and its terms', () => {
  for (const { sha256, version, terms, notice, package: name } of PACKS) {
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(name).toMatch(/^(@[a-z]+\/)?[a-z0-9_-]+$/);
    expect(terms).toMatch(/^https:/);
    expect(notice.length).toBeGreaterThan(40);
  }
});

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
    `[PromptCostError: gemma3 (Gemma 3, and Gemini 2 and 3 as Google's own SDK maps them) is not in this package. 'npx promptcost add gemma3' adds it in Node; elsewhere, import what 'npx promptcost add gemma3 --out gemma3.js' writes.]`,
  );
});

test('an unknown name is told the names there are, packs included', async () => {
  await expect(loadEncoding('gemma9')).rejects.toMatchObject({
    code: 'unknown-encoding',
    message: expect.stringContaining('gemma3'),
  });
});
