import { afterEach, expect, test, vi } from 'vitest';
import { portableEncoding } from '../../src/tokenize/portable-encoding.js';
import { vocabularyNamed } from './vocabularies.js';

const o200k = portableEncoding(await vocabularyNamed('o200k_base'));
const LONG = 'Know what a prompt will cost before you send it. '.repeat(20_000); // 980,000 units: 15 stretches

afterEach(() => vi.unstubAllGlobals());

const WAYS = ['scheduler', 'setImmediate', 'MessageChannel', 'setTimeout'] as const;
const { setTimeout: timer } = globalThis;

test.each(WAYS)('counts what count counts, and lets timers run meanwhile, by %s', async (way) => {
  for (const other of WAYS.slice(0, WAYS.indexOf(way))) vi.stubGlobal(other, undefined);
  if (way === 'scheduler') {
    vi.stubGlobal('scheduler', { yield: () => new Promise<void>((resolve) => timer(resolve)) });
  }
  let turns = 0;
  let isCounting = true;
  const tick = (): void => {
    turns++;
    if (isCounting) timer(tick);
  };
  timer(tick);
  expect(await o200k.countAsync(LONG)).toBe(o200k.count(LONG));
  isCounting = false;
  // Messages reach Node in batches, with no timer between: only the other ways are for it.
  if (way !== 'MessageChannel') expect(turns).toBeGreaterThan(1);
});

test('counts short texts, empty ones and control tokens', async () => {
  expect(await o200k.countAsync('')).toBe(0);
  expect(await o200k.countAsync('hello world')).toBe(2);
  expect(await o200k.countAsync('hi<|endoftext|>', { specialTokens: 'special' })).toBe(2);
});

test('is rejected with the reason when it is aborted, before and meanwhile', async () => {
  await expect(o200k.countAsync('hi', { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  const controller = new AbortController();
  const counting = o200k.countAsync(LONG, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(counting).rejects.toThrow('enough');
});

test('refuses what is no text by a rejected promise', async () => {
  await expect(o200k.countAsync(5 as never)).rejects.toMatchObject({ code: 'invalid-input' });
});
