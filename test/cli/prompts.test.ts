import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ran, run } from './run.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a prompt', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'promptcost-'));
    writeFileSync(join(folder, 'sky.txt'), 'Why is the sky blue?\n');
    writeFileSync(join(folder, 'marked.txt'), '\ufeffhi');
    writeFileSync(join(folder, 'broken.bin'), Uint8Array.of(0x68, 0xff, 0x69));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const letters = ({ out }: Ran): number[] =>
    JSON.parse(out).prompts.map(
      ({ estimates }: { estimates: { letters: number }[] }) => estimates[0]?.letters,
    );

  test('comes from a pipe in any chunks, even in half characters', async () => {
    const [half, other] = [bytes('中').slice(0, 1), bytes('中').slice(1)];
    expect(letters(await run(['-m', 'o1', '--json'], { piped: [bytes('a'), half, other] }))).toEqual([2]);
    expect(
      letters(await run(['-', '-m', 'o1', '--json'], { piped: [bytes('abc\n')], terminal: true })),
    ).toEqual([4]);
  });

  test('of each file stands for itself, to the last byte', async () => {
    const files = ['sky.txt', 'marked.txt'].map((name) => join(folder, name));
    const ran = await run(['-f', files[0]!, '-f', files[1]!, '-f', '-', '-m', 'o1', '--json'], {
      piped: [bytes('x')],
    });
    expect(letters(ran)).toEqual([21, 3, 1]); // with its line break; with its byte order mark
    const found = JSON.parse(ran.out).prompts.map(({ source, file }: { source: string; file?: string }) => [
      source,
      file,
    ]);
    expect(found).toEqual([
      ['file', files[0]],
      ['file', files[1]],
      ['stdin', undefined],
    ]);
  });

  test('that is not UTF-8 counts, and says how', async () => {
    const ran = await run(['-f', join(folder, 'broken.bin'), '-m', 'o1', '--json']);
    expect(letters(ran)).toEqual([3]);
    expect([ran.code, ran.err]).toEqual([
      0,
      `promptcost: ${join(folder, 'broken.bin')} is not all UTF-8; a broken byte counts as U+FFFD\n`,
    ]);
  });

  test('that cannot be read is an error of one line', async () => {
    const { code, err } = await run(['-f', join(folder, 'missing.txt')]);
    expect(code).toBe(2);
    expect(err).toBe(
      `promptcost: cannot read ${join(folder, 'missing.txt')}: there is no such file (promptcost --help)\n`,
    );
    expect((await run(['-f', folder])).err).toContain('it is a folder');
  });

  test('that nobody gave is asked for: help without arguments, an error with some', async () => {
    expect((await run([], { terminal: true })).out).toContain('Paste one of these');
    expect((await run([])).out).toContain('Paste one of these'); // an empty pipe
    const { code, err } = await run(['-m', 'o1'], { terminal: true });
    expect([code, err]).toEqual([
      2,
      'promptcost: no text: write it after the command, name a file with -f, or pipe it in (promptcost --help)\n',
    ]);
  });
});
