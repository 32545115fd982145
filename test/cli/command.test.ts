import { describe, expect, test } from 'vitest';
import { commandOf } from '../../src/cli/arguments.js';
import { PromptCostError } from '../../src/errors/index.js';
import { createEstimator } from '../../src/estimate/index.js';
import { run } from './run.js';

const SKY = 'Why is the sky blue?';

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
