import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { priceOf } from '../../src/bill/index.js';
import { cellWidth } from '../../src/cli/cell-width.js';
import { run } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'promptcost-price-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Fixture {
  readonly name: string;
  readonly reply: object;
}
const replyOf = (shape: string, name: string): object =>
  (JSON.parse(readFileSync(`fixtures/usages/${shape}.json`, 'utf8')) as Fixture[]).find(
    (each) => each.name === name,
  )!.reply;

describe('promptcost price', () => {
  test('shows the rates of the day with their evidence', async () => {
    const { code, out, err } = await run(['price', 'deepseek-r1', '--at', '2025-01-27']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^deepseek-r1 deepseek · 2025-01-27 · USD\n/);
    expect(out).toMatch(/^input +\$0\.55 +million tokens$/m);
    expect(out).toMatch(/^cached input +\$0\.14 +million tokens$/m);
    expect(out).toMatch(/^output +\$2\.19 +million tokens$/m);
    expect(out).toMatch(/^period +2025-01-20 until 2025-02-26T16:30Z/m);
    expect(out).toMatch(/^checked +\d{4}-\d\d-\d\d/m);
    expect(out).toMatch(/^sources +\S/m);
    expect(out).toMatch(/^history +\d+ periods since 2025-01-20: --history lists them$/m);
  });

  test('applies a tier, and names the rules that apply and that may', async () => {
    const { out } = await run(['price', 'o1', '--tier', 'batch', '--at', '2026-01-01']);
    expect(out).toMatch(/^input +\$7\.50 /m);
    expect(out).toMatch(/^applied +batch: × 1\/2/m);
    expect((await run(['price', 'o1', '--at', '2026-01-01'])).out).toMatch(/^may apply +batch: × 1\/2/m);
  });

  test('shows the band of a price that depends on the hour', async () => {
    const { out } = await run(['price', 'deepseek-v4-pro']);
    expect(out).toMatch(/^output +\$1\.98 +\$1\.98 … \$3\.96 +million tokens$/m);
    expect(out).toContain('depends on the hour');
  });

  test('lists every period with --history, the newest first, the one asked for marked', async () => {
    const { out } = await run(['price', 'o3', '--at', '2025-05-01', '--history']);
    const lines = out.split('\n').filter((line) => /^[▸ ] +20\d\d-\d\d-\d\d/.test(line));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.startsWith('▸'))).toEqual([
      expect.stringMatching(/^▸ +2025-04-16 +2025-06-10 +\$10\.00 +\$2\.50 +\$40\.00/),
    ]);
    expect([...lines].sort((a, b) => b.slice(3).localeCompare(a.slice(3)))).toEqual(lines);
  });

  test('says why there is none, what came after, and who sells it', async () => {
    const { code, out } = await run(['price', 'deepseek-r1']);
    expect(code).toBe(1);
    expect(out).toMatch(/^deepseek-r1 no price: retired$/m);
    expect(out).toMatch(/^successors +deepseek-v4-pro, deepseek-v4-flash$/m);
    expect(out).toMatch(/^together +\$\d/m);
    const unknown = await run(['price', 'gpt-9']);
    expect([unknown.code, unknown.out]).toEqual([1, expect.stringMatching(/^nearest +gpt-/m)]);
  });

  test('tells by which steps an id was understood', async () => {
    const { out } = await run(['price', 'us.meta.llama3-3-70b-instruct-v1:0']);
    expect(out).toContain('strip region us.');
  });

  test('is the library’s answer as JSON', async () => {
    const { code, out } = await run(['price', 'o1', '--at', '2025-01-27', '--history', '--json']);
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer.price).toEqual(JSON.parse(JSON.stringify(priceOf('o1', { at: '2025-01-27' }))));
    expect(answer.history[0].rates.input).toBe('15');
    expect(answer.resolution).toMatchObject({ known: true, model: 'o1' });
  });

  test.each([
    [['price'], 'price of what?'],
    [['price', 'o1', '-m', 'o3'], 'one model at a time'],
    [['price', 'o1', '--tier', 'gold'], '--tier is one of'],
    [['some text', '--tier', 'batch'], '--tier belongs to promptcost price'],
    [['price', 'o1', '--at', 'yesterday'], 'yesterday'],
  ])('%j is refused with the way out', async (argv, why) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
  });

  test('a text about prices is one in quotes, or after --', async () => {
    expect((await run(['price of bread', '-m', 'o1'])).code).toBe(0);
    expect((await run(['-m', 'o1', '--', 'price', 'of', 'bread'])).code).toBe(0);
  });
});

describe('promptcost usage', () => {
  test('explains a bill line by line, for the time that the reply names', async () => {
    const { code, out, err } = await run(['usage', file('grok.json', replyOf('xai', 'xai-02'))]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^grok-3-mini at xai\n/);
    expect(out).toContain('2026-02-11T01:40:41Z, the reply’s own time');
    expect(out).toMatch(/^input +47 +\$0\.30 +million tokens +\$0\.0000141$/m);
    expect(out).toMatch(/^cached input +244 +\$0\.075 +million tokens +\$0\.0000183$/m);
    expect(out).toMatch(/^output +215 +\$0\.50 +million tokens +\$0\.0001075$/m);
    expect(out).toMatch(/^total +\$0\.0001399$/m);
    expect(out).toMatch(/^charged +\$0\.0001399, the same$/m);
  });

  test('reads stdin, takes the model and the time from the caller, and tells of contradictions', async () => {
    const typed = JSON.stringify({ prompt_tokens: 1_000, completion_tokens: 2_000, total_tokens: 3_001 });
    const { code, out } = await run(['usage', '-', '-m', 'o1', '--at', '2025-01-27'], { typed });
    expect(code).toBe(0);
    expect(out).toMatch(/^total +\$0\.135$/m);
    expect(out.replace(/\s+/g, ' ')).toContain('do not add up to total_tokens (3001)');
  });

  test('has what an advisor cost beside the total, and a time that cannot be', async () => {
    const iterations = [
      { type: 'message', input_tokens: 1_000, output_tokens: 100 },
      { type: 'advisor_message', model: 'claude-opus-5', input_tokens: 2_000, output_tokens: 200 },
    ];
    const usage = { input_tokens: 1_000, output_tokens: 100, iterations };
    const typed = JSON.stringify({ created: 0, model: 'claude-haiku-4-5', usage });
    const { out } = await run(['usage', '-'], { typed });
    // 1,000 × $1/M + 100 × $5/M; 2,000 × $5/M + 200 × $25/M
    expect(out).toMatch(/^total +\$0\.0015$/m);
    expect(out).toMatch(/^beside +claude-opus-5 \$0\.015$/m);
    expect(out.replace(/\s+/g, ' ')).toContain('as the reply’s own time cannot be');
  });

  test('without a price says what was used, and why', async () => {
    const typed = JSON.stringify({ model: 'gpt-9', usage: { prompt_tokens: 1_000, completion_tokens: 20 } });
    const { code, out } = await run(['usage', '-'], { typed });
    expect(code).toBe(1);
    expect(out).toContain('no price: Unknown model "gpt-9".');
    expect(out).toMatch(/^used +1,000 input, 20 output$/m);
  });

  test('is the library’s bill as JSON', async () => {
    const { out } = await run(['usage', file('claude.json', replyOf('anthropic', 'anthropic-01')), '--json']);
    const { model, usage, bill, clock } = JSON.parse(out);
    expect([model, clock, usage.shape, usage.others[0].model]).toEqual([
      'claude-sonnet-5',
      'now',
      'anthropic',
      'claude-opus-4-8',
    ]);
    expect(bill.lines.length).toBe(2);
  });

  test.each([
    [['usage'], '', 'usage of what?'],
    [['usage', '-'], 'no json', 'stdin is no JSON'],
    [['usage', '-'], '{"usage":null}', 'stream_options'],
    [['usage', '-'], '{"prompt_tokens":1,"completion_tokens":1}', 'names no model'],
    [['usage', '-', '-m', 'o1'], '{"prompt_tokens":-1}', 'prompt_tokens must be a whole number'],
    [['usage', 'no such file'], '', 'there is no such file'],
    [['usage', '-', '--history'], '{}', 'usage takes no --history'],
  ])('%j with %j is refused with the way out', async (argv, typed, why) => {
    const { code, out, err } = await run(argv, { typed });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
  });
});

test('no line is wider than the terminal, and nothing is coloured in a pipe', async () => {
  const runs = await Promise.all([
    run(['price', 'deepseek-v4-pro', '--history'], { columns: 90 }),
    run(['price', 'gpt-5.6-sol', '--history'], { columns: 70 }),
    run(['usage', file('or.json', replyOf('openrouter', 'openrouter-02'))], { columns: 70 }),
  ]);
  for (const [at, { out }] of runs.entries()) {
    expect(out).not.toContain('\u001b');
    const widest = Math.max(
      ...out
        .split('\n')
        .filter((line) => !/https?:|@/.test(line))
        .map(cellWidth),
    );
    expect(widest).toBeLessThanOrEqual(at === 0 ? 90 : 70);
  }
});

test('what a reply or a model id smuggles in does not reach the terminal', async () => {
  const typed = JSON.stringify({
    model: 'o1\u001b[2J',
    usage: { input_tokens: 1, inference_geo: 'x\u001b[2J' },
  });
  expect((await run(['usage', '-'], { typed })).out).not.toContain('\u001b');
  expect((await run(['price', '\u001b[2Jo1'])).out).not.toContain('\u001b');
});
