import { describe, expect, test } from 'vitest';
import { OPTIONS } from '../../src/cli/command-options.js';
import { refused } from './refused.js';
import { run } from './run.js';

/** Each command as it is right but for what is odd, and the options it reads. */
const COMMANDS: Readonly<Record<string, readonly [argv: readonly string[], options: string]>> = {
  'a comparison': [['hi'], 'model file output at provider json'],
  tokens: [['tokens', 'hi'], 'model file json'],
  models: [['models'], 'provider json'],
  price: [['price', 'o1'], 'model at provider tier region history json'],
  usage: [['usage', 'reply.json'], 'model at provider tier region json'],
  prices: [['prices', 'check', 'prices.json'], 'at json'],
  add: [['add', 'gemma3'], 'out list json'],
  compile: [['compile', 'a.model', '-o', 'a.pc'], 'output out pattern specials name json'],
};
const EVERYWHERE = ['help', 'version'];
const names = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];
const isText = (name: string): boolean => OPTIONS[name as keyof typeof OPTIONS]?.type === 'string';

describe.each(Object.entries(COMMANDS))('%s', (command, [argv, options]) => {
  const read = options.split(' ');
  const list = read.map((name) => `--${name}`).join(', ');

  test.each([
    ...names.filter((name) => ![...read, ...EVERYWHERE].includes(name)),
    'outptu',
    '__proto__',
    'no-json',
  ])('has no --%s, and says what it has', async (name) => {
    const { code, err } = await refused([...argv, isText(name) ? `--${name}=1` : `--${name}`]);
    expect(code).toBe(2);
    expect(err).toContain(`${command} takes no --${name}; it has ${list}`);
  });

  test.each(read.filter(isText))('wants a value of --%s, and one only', async (name) => {
    for (const odd of [[`--${name}`], [`--${name}=`], [`--${name}`, ''], [`--${name}`, '--json']]) {
      const { code, err } = await refused([...argv, ...odd]);
      expect([code, err]).toEqual([2, expect.stringContaining(`--${name} needs a value`)]);
    }
    if (name === 'model' || name === 'file') return; // those may come again
    const { code, err } = await refused([...argv, `--${name}=1`, `--${name}=2`]);
    expect([code, err]).toEqual([2, expect.stringMatching(/^promptcost: (?:--\w+|-o) is given twice/)]);
  });

  test('takes no value for --json', async () => {
    expect((await refused([...argv, '--json=yes'])).err).toContain('--json takes no value');
  });
});

test.each([
  ['models', 'x'],
  ['price', 'o1', 'o3'],
  ['usage', 'a.json', 'b.json'],
  ['prices', 'check', 'a.json', 'b.json'],
  ['prices', 'chekc', 'a.json'],
  ['add', 'gemma3', 'gemma2'],
  ['add', 'gemma3', '--list'],
  ['compile', 'a', 'b', '-o', 'a.pc'],
  ['compile', 'a', '-o', 'a.pc', '--out', 'b.pc'],
])('%s %s %s: a word too many is no text to be priced', async (...argv) => {
  expect((await refused(argv)).code).toBe(2);
});

describe('a provider', () => {
  test('filters the models: those it makes, hosts or sells', async () => {
    const found = async (name: string): Promise<string[]> =>
      JSON.parse((await run(['models', '--provider', name, '--json'])).out).models.map(
        ({ model }: { model: string }) => model,
      );
    expect(await found('openai')).toContain('o1');
    expect(await found('openai')).not.toContain('deepseek-r1');
    expect(await found('Azure')).toContain('o1'); // sold there, hosted by OpenAI
    expect(await found('meta')).toContain('llama-3.3-70b');
  });

  test.each([
    ['groqq', 'nearest: groq'],
    ['deepsek', 'deepseek'],
    ['zzzzzzzzzz', 'promptcost models lists them'],
  ])('that is unknown, %s, is refused: %s', async (name, hint) => {
    const { code, err } = await refused(['models', '--provider', name]);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });
});
