import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandOf } from '../../src/cli/arguments.js';
import { type Io, main } from '../../src/cli/index.js';
import { PromptCostError } from '../../src/errors/index.js';
import { createEstimator, type Estimator } from '../../src/estimate/index.js';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
interface World {
  readonly piped?: readonly Uint8Array[];
  readonly terminal?: boolean;
  readonly estimator?: Partial<Estimator>;
}

async function run(
  argv: readonly string[],
  { piped = [], terminal = false, estimator }: World = {},
): Promise<Ran> {
  const ran = { out: '', err: '' };
  const stdin = Object.assign(
    (async function* () {
      yield* piped;
    })(),
    { isTTY: terminal },
  );
  const io: Io = {
    stdin,
    stdout: { write: (text) => (ran.out += text) },
    stderr: { write: (text) => (ran.err += text) },
    env: {},
    now: () => new Date('2026-11-24T00:00:00Z'),
    columns: 80,
  };
  const code = await main(argv, io, (options) => ({ ...createEstimator(options), ...estimator }));
  return { code, ...ran };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SKY = 'Why is the sky blue?';

describe('the arguments', () => {
  test('without models are about the three of the story, and a caller chooses others', () => {
    expect(commandOf(['hi'])).toMatchObject({
      models: ['deepseek-r1', 'o1', 'llama-3.3-70b'],
      chosen: false,
    });
    expect(commandOf(['hi', '-m', 'a, b,,a', '-m', 'c'])).toMatchObject({
      models: ['a', 'b', 'c'],
      chosen: true,
    });
    expect(commandOf(['tokens', 'hi'])).toMatchObject({
      name: 'tokens',
      text: 'hi',
      models: ['deepseek-r1'],
    });
  });

  test.each([
    [['why', 'is', 'it'], 'compare', 'why is it'],
    [['--', 'tokens'], 'compare', 'tokens'],
    [['--', 'models'], 'compare', 'models'],
    [['--', '-5 degrees'], 'compare', '-5 degrees'],
    [['models', 'of', 'cost'], 'compare', 'models of cost'],
    [['tokens', '--', 'tokens'], 'tokens', 'tokens'],
    [['-'], 'compare', '-'],
    [['-m', 'o1'], 'compare', undefined],
  ])('%j is %s of %j', (argv, name, text) => {
    expect(commandOf(argv)).toMatchObject({ name, text });
  });

  test.each([
    ['500', 500],
    ['1_000_000', 1_000_000],
    ['1,000', 1000],
    ['0', 0],
  ])('--output %s is %i tokens', (given, output) => {
    expect(commandOf(['hi', '--output', given])).toMatchObject({ output });
  });

  test('that cannot be meant are refused with the way out', async () => {
    const refused = [];
    for (const argv of [
      ['hi', '--outptu', '5'],
      ['-5 degrees'],
      ['hi', '--output'],
      ['hi', '--output', '-1'],
      ['hi', '--output', '1.5'],
      ['hi', '--output', '1e3'],
      ['hi', '--output', '99999999999999999999'],
      ['hi', '-m', ','],
      ['hi', '--json=yes'],
      ['hi', '-f', 'file'],
      ['tokens', 'hi', '--at', '2025-01-27'],
      ['hi', '--at', 'soon'],
    ]) {
      const { code, out, err } = await run(argv);
      expect([code, out]).toEqual([2, '']);
      refused.push(err.trimEnd());
    }
    expect(refused.join('\n')).toMatchInlineSnapshot(`
      "promptcost: unknown option --outptu; a text that starts with - goes after --, the options before it (promptcost --help)
      promptcost: unknown option -5; a text that starts with - goes after --, the options before it (promptcost --help)
      promptcost: --output needs a value; one that starts with - is written --output=value (promptcost --help)
      promptcost: --output needs a value; one that starts with - is written --output=value (promptcost --help)
      promptcost: --output is a whole number of tokens, such as 500, not "1.5" (promptcost --help)
      promptcost: --output is a whole number of tokens, such as 500, not "1e3" (promptcost --help)
      promptcost: --output is a whole number of tokens, such as 500, not "99999999999999999999" (promptcost --help)
      promptcost: -m names no model; write -m deepseek-r1,o1 (promptcost --help)
      promptcost: --json takes no value (promptcost --help)
      promptcost: give a text or files, not both: -f reads each file as one prompt (promptcost --help)
      promptcost: tokens takes no --at: it counts and does not price (promptcost --help)
      promptcost: "soon" is not an instant. Write a date such as "2025-06-01" or a time with its zone such as "2025-06-01T20:00Z"."
    `);
  });
});

describe('a prompt', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'promptcost-'));
    writeFileSync(join(folder, 'sky.txt'), `${SKY}\n`);
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

describe('the exit code', () => {
  test.each([
    [[SKY], 0, 'R1 is retired, but nobody asked for it'],
    [[SKY, '-m', 'o1'], 0, 'priced'],
    [[SKY, '-m', 'o1,gpt-9'], 1, 'one chosen model is unknown'],
    [[SKY, '-m', 'deepseek-r1'], 1, 'retired'],
    [[SKY, '-m', 'deepseek-r1', '--at', '2025-01-27'], 0, 'not retired then'],
    [[SKY, '-m', '__proto__,constructor'], 1, 'no models'],
    [[SKY, '--provider', 'nobody'], 1, 'none of the default models is sold there'],
    [['tokens', SKY, '-m', 'gpt-9'], 1, 'no tokenizer'],
    [['models'], 0, 'a list'],
  ])('%j is %i: %s', async (argv, expected) => {
    const { code } = await run(argv);
    expect(code).toBe(expected);
  });

  test('of a failure inside is 1, with one line on stderr', async () => {
    const compareCosts = async (): Promise<never> => {
      throw new PromptCostError('unsupported-encoding', 'This file\nis \u001b[31mtoo new.');
    };
    const { code, out, err } = await run(['hi'], { estimator: { compareCosts } });
    expect([code, out, err]).toEqual([1, '', 'promptcost: This file is [31mtoo new.\n']);
  });
});

describe('JSON', () => {
  test('of a comparison is that of the library', async () => {
    const { out } = await run([SKY, '--output', '500', '--at', '2025-01-27', '--json']);
    const expected = await createEstimator().compareCosts({ prompt: SKY, output: 500, at: '2025-01-27' }, [
      'deepseek-r1',
      'o1',
      'llama-3.3-70b',
    ]);
    expect(JSON.parse(out)).toEqual({ prompts: [{ source: 'argument', estimates: expected }] });
    // 6 × $0.55/M + 500 × $2.19/M
    expect(out).toContain('"likely": "0.0010983"');
  });

  test('of tokens has ids, bytes and offsets that make up the text', async () => {
    const text = 'naïve 👩‍👧 \u001b中';
    const { out } = await run(['tokens', text, '-m', 'o1', '--json']);
    const [{ model, count, tokens }] = JSON.parse(out).cuts;
    expect([model, count.encoding, count.tokens]).toEqual(['o1', 'o200k_base', tokens.length]);
    expect(
      Buffer.from(tokens.map((token: { bytes: string }) => token.bytes).join(''), 'hex').toString(),
    ).toBe(text);
  });

  test('of models lists them all', async () => {
    const { models } = JSON.parse((await run(['models', '--json'])).out);
    expect(models.length).toBeGreaterThan(3);
    expect((await run(['models'])).out.trimEnd().split('\n')).toHaveLength(models.length + 1);
  });
});

test('help is commands to paste, and every one of them is understood', async () => {
  const { out } = await run(['--help']);
  const pasted = [...out.matchAll(/^ {2}(?:cat \S+ \| )?promptcost (.+)$/gm)].map(([, rest = '']) =>
    [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!),
  );
  expect(pasted.length).toBeGreaterThan(5);
  for (const argv of pasted) expect(() => commandOf(argv)).not.toThrow();
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
});

test('tokens of one character are one piece of the text, and each is listed', async () => {
  const { out } = await run(['tokens', 'Hi 👍🏽\n中', '-m', 'deepseek-r1']);
  expect(out).toMatchInlineSnapshot(`
    ""Hi 👍🏽 中"
    deepseek-r1 · deepseek_v3 · 6 tokens · 7 letters · 1.17 letters a token

    │Hi│ 👍│🏽│⏎
    │中│

        id  bytes           text
     23166  48 69           "Hi"
    102527  20 f0 9f 91 8d  " 👍"
     40965  f0 9f 8f        "�"
       124  bd              "�"
       201  0a              "⏎"
       525  e4 b8 ad        "中"

    A piece above holds several tokens: they share a character.
    "
  `);
});
