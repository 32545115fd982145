import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/index.js';
import { run } from './run.js';

const SKY = 'Why is the sky blue?';

/** Whether a character steers a terminal: a control other than the line break, or one that turns the direction of text. */
function steers(character: string): boolean {
  const code = character.charCodeAt(0);
  const turns = [0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];
  return (code < 32 && code !== 10) || (code >= 127 && code < 160) || turns.includes(code);
}

describe('the comparison', () => {
  test('shows the three systems of the story, cheapest first', async () => {
    const { code, out } = await run([SKY, '--output', '500', '--at', '2025-01-27']);
    expect(code).toBe(0);
    const places = ['llama-3.3-70b', 'deepseek-r1', 'o1 '].map((model) => out.indexOf(`\n${model}`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(out).toContain('×75.5'); // 0.03009 / 0.00039854
  });

  test('reads a text from a pipe, its last line break included', async () => {
    const { out } = await run(['-m', 'o1', '--json'], { typed: `${SKY}\n` });
    expect(JSON.stringify(JSON.parse(out))).toContain('"letters":21');
  });

  test('gives programs the exact numbers', async () => {
    const { out } = await run([SKY, '-m', 'o1', '-o', '1000000', '--at', '2025-01-27', '--json']);
    expect(out).toContain('60.00009'); // 6 × $15/M + 1,000,000 × $60/M
  });

  test('names the ids nearest to an unknown one, and fails', async () => {
    const { code, out, err } = await run([SKY, '-m', 'deepseek-r11']);
    expect(code).toBe(1);
    expect(out + err).toContain('deepseek-r1');
  });

  test.each([
    [['x', '--output', 'many'], 2],
    [['x', '--at', 'yesterday'], 2],
    [['x', '--no-such-option'], 2],
    [['-f', 'no/such/file'], 2],
    [['--help'], 0],
    [['--version'], 0],
  ])('%j exits with %i', async (argv, code) => {
    const ran = await run(argv);
    expect(ran.code).toBe(code);
    expect(ran.err.split('\n').length).toBeLessThanOrEqual(2);
    if (code === 2) expect(ran.err).toMatch(/^promptcost: /);
  });

  test('nothing asked at a terminal prints commands to paste', async () => {
    const stdin = Object.assign((async function* (): AsyncGenerator<Uint8Array> {})(), { isTTY: true });
    const { code, out } = await run([], { stdin });
    expect(code).toBe(0);
    expect(out).toContain('promptcost tokens "Why is the sky blue?" -m deepseek-r1');
  });
});

describe('the tokens of a text', () => {
  test('are listed with ids and bytes, and set apart without colour', async () => {
    const { out } = await run(['tokens', 'héllo 中文', '-m', 'o1']);
    expect(out).toContain('│');
    expect(out).toContain('68 c3 a9');
  });

  test('are coloured on a terminal, unless NO_COLOR says otherwise', async () => {
    const terminal = (text: { value: string }): Io['stdout'] => ({
      isTTY: true,
      write: (more: string) => (text.value += more),
    });
    const coloured = { value: '' };
    await run(['tokens', 'hello world', '-m', 'o1'], { stdout: terminal(coloured) });
    expect(coloured.value).toContain('\u001b[');
    const plain = { value: '' };
    await run(['tokens', 'hello world', '-m', 'o1'], { stdout: terminal(plain), env: { NO_COLOR: '1' } });
    expect(plain.value).not.toContain('\u001b[');
  });
});

test('no control or format character of the input reaches the terminal', async () => {
  const controls = [
    ...Array.from({ length: 32 }, (_, code) => code),
    ...Array.from({ length: 33 }, (_, i) => 127 + i),
  ];
  const payloads = [
    ...controls.filter((code) => code !== 10).map((code) => String.fromCharCode(code)),
    '\u001b]8;;https://example.com\u0007x\u001b]8;;\u0007',
    '\u001b]52;c;aGk=\u0007',
    '\u202e',
    '\u2066',
    '\u200f',
  ];
  for (const payload of payloads) {
    const text = `a${payload}b`;
    for (const argv of [
      [text, '-m', 'o1'],
      ['hi', '-m', text],
      ['tokens', text, '-m', 'o1'],
      ['-f', text],
      ['hi', '--provider', text],
    ]) {
      const { out, err } = await run(argv);
      expect([...(out + err)].filter(steers), JSON.stringify(argv)).toEqual([]);
    }
  }
});
