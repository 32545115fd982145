import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GOOD } from '../prices/poisoned.js';
import { type Ran, run } from './run.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptcost-check-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function check(value: unknown, ...more: string[]): Promise<Ran> {
  const file = join(folder, 'prices.json');
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  const { code, out, err } = await run(['prices', 'check', file, ...more]);
  return { code, out: out.replaceAll(folder, ''), err: err.replaceAll(folder, '') };
}

const CHINA = { CN: { from: '2026-01-01', until: '2027-01-01', holidays: ['2026-10-01'] } };

const LITELLM = {
  o1: { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 1.5e-5, output_cost_per_token: 6e-5 },
  'wandb/deepseek-ai/DeepSeek-R1-0528': {
    litellm_provider: 'wandb',
    mode: 'chat',
    input_cost_per_token: 0.135,
    output_cost_per_token: 5.4e-6,
  },
  'no-such-model': { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 1e-6 },
};

test('a good seller file is fine', async () => {
  const { code, out, err } = await check(GOOD);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "/prices.json
    a seller file: 2 offers of 1 seller can be used

    fine
    "
  `);
});

test('every mistake in a seller file is named with its place', async () => {
  const { code, out } = await check({ ...GOOD, currency: 'DOGE', discount: 1, sources: {} });
  expect(code).toBe(1);
  expect(out).toContain('a seller file: nothing in it can be used');
  expect(out).toContain('  at currency (broken-rule)');
  expect(out).toContain('  at the whole (broken-rule)');
  expect(out).toMatch(/\n2 refusals\n$/);
});

test("somebody else's list: refusals with both numbers, the rest counted", async () => {
  const { code, out } = await check(LITELLM, '--at', '2026-08-21');
  expect(code).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "/prices.json
    the list of LiteLLM: 1 offer of 1 seller can be used

    wandb/deepseek-r1-0528: input 135000 is above 1000, which nothing costs.
      at wandb/deepseek-ai/DeepSeek-R1-0528.input_cost_per_token (wrong-unit)

    left out: 1 unknown-model

    1 refusal
    "
  `);
});

test('--json has all of it, and the day', async () => {
  const { code, out } = await check(LITELLM, '--json');
  expect(code).toBe(1);
  const found = JSON.parse(out);
  expect(found).toMatchObject({ form: 'the list of LiteLLM', date: '2026-11-24', offers: 1, sellers: 1 });
  expect(found.findings.map(({ code: each }: { code: string }) => each)).toEqual([
    'wrong-unit',
    'unknown-model',
  ]);
});

test.each<[string, unknown, string, number]>([
  [
    'several seller files',
    [GOOD, { ...GOOD, seller: 'our-cluster' }],
    'seller files: 4 offers of 2 sellers',
    0,
  ],
  [
    'a feed',
    { schemaVersion: 1, asOf: '2026-11-20', calendars: CHINA, sellers: [GOOD] },
    'a price feed: 2 offers of 1 seller',
    0,
  ],
  ['a feed of another version', { schemaVersion: 2, sellers: [] }, 'schemaVersion', 1],
  [
    'OpenRouter',
    { data: [{ id: 'openai/o1', pricing: { prompt: '0.000015', completion: '0.00006' } }] },
    'OpenRouter: 1 offer',
    0,
  ],
  [
    'models.dev',
    { openai: { models: { o1: { cost: { input: 15, output: 60 } } } } },
    'models.dev: 1 offer',
    0,
  ],
  [
    'genai-prices',
    [{ id: 'openai', models: [{ id: 'o1', prices: { input_mtok: 15, output_mtok: 60 } }] }],
    'genai-prices: 1 offer',
    0,
  ],
  [
    'Langfuse',
    [{ modelName: 'o1', pricingTiers: [{ conditions: [], prices: { input: 1.5e-5, output: 6e-5 } }] }],
    'Langfuse: 1 offer',
    0,
  ],
  [
    'llm-prices',
    { prices: [{ vendor: 'openai', id: 'o1', input: 15, output: 60 }] },
    'llm-prices: 1 offer',
    0,
  ],
  ['something else', { name: 'promptcost' }, 'no prices: nothing in it can be used', 1],
  ['a poisoned key', '{"__proto__": {}}', '__proto__', 1],
])('it knows %s', async (_, value, says, exit) => {
  const { code, out, err } = await check(value);
  expect(err).toBe('');
  expect(out).toContain(says);
  expect(code).toBe(exit);
});

test('- reads stdin, and no word of the file reaches the terminal as a control', async () => {
  const typed = JSON.stringify({ ...GOOD, ['\u001b[2J\u202e']: 1 });
  const { code, out } = await run(['prices', 'check', '-'], { typed });
  expect(code).toBe(1);
  expect(out).toContain('stdin');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('no line is wider than the terminal', async () => {
  const { out } = await check(LITELLM);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test.each([
  [['prices', 'check'], 'promptcost prices check prices.json'],
  [['prices'], 'promptcost prices check prices.json'],
  [['prices', 'check', '/no/such/file'], 'cannot read /no/such/file'],
  [['prices', 'check', 'package.json', '--at', 'yesterday'], 'is not an instant'],
])('%j is misused', async (argv, hint) => {
  const { code, err } = await run(argv);
  expect(code).toBe(2);
  expect(err).toContain(hint);
});

test('a text that begins with prices is a text', async () => {
  const { code } = await run(['prices go up and down']);
  expect(code).toBe(0);
});
