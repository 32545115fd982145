import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadEncoding } from '../../src/encodings/index.js';
import { createEstimator, requestFrom, type TokenCount } from '../../src/estimate/index.js';
import type { Encoding } from '../../src/tokenize/index.js';

const CANARY = 'canary-7f3a';
const estimator = createEstimator({ now: () => new Date('2026-11-01T00:00:00Z') });
let o200k: Encoding;

beforeAll(async () => {
  o200k = await loadEncoding('o200k_base');
});

/** 180 words, 180 tokens of o200k_base. */
const LONG = Array.from({ length: 180 }, () => 'air').join(' ');

const counted = (parameters: unknown, model = 'gpt-4o'): Promise<TokenCount> => {
  const tools = [{ type: 'function', function: { name: 'f', parameters } }];
  return estimator.countTokens({ messages: [{ role: 'user', content: 'hi' }], tools }, model);
};
const asJson = (parameters: unknown): number => o200k.count(JSON.stringify({ name: 'f', parameters }));
const toolOf = ({ parts = [] }: TokenCount) => parts.find(({ path }) => path === 'tools[0]')!.tokens;

/** Schemas whose long text the namespace of types leaves out. */
const LEFT_OUT: readonly [string, object][] = [
  [
    'a $ref at the root',
    { $ref: '#/definitions/a', definitions: { a: { type: 'object', description: LONG } } },
  ],
  ['allOf at the root', { type: 'object', allOf: [{ description: LONG }] }],
  ['a schema of additional properties', { type: 'object', additionalProperties: { description: LONG } }],
  ['a description of the root', { type: 'object', properties: {}, description: LONG }],
  ['a pattern', { type: 'object', properties: { a: { type: 'string', pattern: LONG } } }],
  ['a format', { type: 'object', properties: { a: { type: 'string', format: LONG } } }],
  ['examples', { type: 'object', properties: { a: { type: 'string', examples: [LONG] } } }],
  ['a title', { type: 'object', properties: { a: { type: 'string', title: LONG } } }],
  [
    'a description that lies deep',
    { type: 'object', properties: { a: { type: 'array', items: { type: 'string', description: LONG } } } },
  ],
];

describe('a schema with a word that was never compared:', () => {
  it.each(LEFT_OUT)(
    '%s is no exact count, reaches up to its JSON, and is likely halfway',
    async (_, schema) => {
      const count = await counted(schema);
      expect(count.exactness).toBe('exact-text');
      const { low, likely, high } = toolOf(count);
      expect(high).toBe(asJson(schema));
      // What the types leave out is more than 180 tokens: half of it is more than 90.
      expect(likely).toBeGreaterThan(90);
      expect(low).toBeLessThan(30);
    },
  );

  it.each(LEFT_OUT)('%s is not exact for gpt-4 and gpt-3.5 either', async (_, schema) => {
    for (const model of ['gpt-4', 'gpt-3.5-turbo']) {
      const { exactness, high } = await counted(schema, model);
      expect(exactness).toBe('exact-text');
      expect(high).toBeGreaterThan(180);
    }
  });

  it.each(LEFT_OUT)("%s reaches up to its JSON by Google's rule too", async (_, schema) => {
    const { high } = await counted(schema, 'gemini-2.0-flash');
    expect(high).toBeGreaterThan(180);
  });

  it('texts under words that Google does not name are likely counted alike', async () => {
    for (const schema of [
      { allOf: [{ description: LONG }] },
      { definitions: { a: { description: LONG } } },
    ]) {
      expect((await counted(schema, 'gemini-2.0-flash')).tokens).toBeGreaterThan(150);
    }
  });

  it.each([
    ['no object', 7],
    ['a list', []],
    ['no type', { properties: {} }],
    ['a property without a type', { type: 'object', properties: { a: {} } }],
    ['a property of two types', { type: 'object', properties: { a: { type: ['string', 'null'] } } }],
    ['numbers as an enum', { type: 'object', properties: { a: { type: 'string', enum: [1, 2] } } }],
    ['a name that TypeScript quotes', { type: 'object', properties: { 'a-b c': { type: 'string' } } }],
    ['a union', { type: 'object', properties: { a: { type: 'string', anyOf: [{ type: 'number' }] } } }],
    [
      'a description of two lines',
      { type: 'object', properties: { a: { type: 'string', description: 'a\nb' } } },
    ],
    ['an object, which no request to gpt-4o had', { type: 'object', properties: { a: { type: 'object' } } }],
  ])('%s is never exact', async (_, schema) => {
    expect((await counted(schema)).exactness).toBe('exact-text');
  });

  it('plain types, enums, required names and closed objects stay exact', async () => {
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'string', description: 'A place', enum: ['here', 'there'] },
        b: { type: 'number' },
      },
      required: ['a'],
      additionalProperties: false,
    };
    expect((await counted(schema)).exactness).toBe('exact');
  });
});

describe('a schema that its library writes', () => {
  const big = { type: 'object', properties: { a: { type: 'string', description: LONG } } };
  const tokens = async (inputSchema: unknown): Promise<number> => {
    const tools = [{ name: 'f', inputSchema }];
    return (await estimator.countTokens({ messages: [], tools }, 'gpt-4o')).tokens;
  };

  it("is asked of the AI SDK's lazy schemas", async () => {
    const plain = await tokens(big);
    expect(plain).toBeGreaterThan(180);
    expect(await tokens(() => ({ jsonSchema: big }))).toBe(plain);
    expect(await tokens(() => big)).toBe(plain);
    expect(await tokens({ jsonSchema: () => big })).toBe(plain);
  });

  it.each([
    ['a promise', Promise.resolve(big)],
    ['a promise in the wrapper of the AI SDK', { jsonSchema: Promise.resolve(big) }],
    ['a function that makes a promise', async () => big],
    ['a function that makes a promise in a wrapper', () => ({ jsonSchema: Promise.resolve(big) })],
    ['a function that makes a promise which fails', () => Promise.reject(new Error(CANARY))],
  ])('is refused where it is %s', async (_, schema) => {
    await expect(tokens(schema)).rejects.toMatchObject({
      code: 'invalid-input',
      message:
        "tools[0]'s schema cannot be counted: it is a promise. Await it, and pass what it resolves to.",
    });
  });

  it.each([
    ['a date, which JSON Schema lacks', z.object({ d: z.date() })],
    [
      'a function that throws',
      () => {
        throw new Error(CANARY);
      },
    ],
    ['a class', class Schema {}],
  ])('is refused where it has %s', async (_, schema) => {
    const message = 'cannot be counted: its library cannot write it as JSON Schema. Pass plain JSON data.';
    await expect(tokens(schema)).rejects.toMatchObject({
      code: 'invalid-input',
      message: `tools[0]'s schema ${message}`,
    });
    const request = { messages: [], responseFormat: schema };
    await expect(estimator.countTokens(request, 'gpt-4o')).rejects.toMatchObject({
      code: 'invalid-input',
      message: `responseFormat's schema ${message}`,
    });
  });
});

describe('tools that are none', () => {
  it.each([
    ['nope', 'they are "nope"'],
    [5, 'they are 5'],
    ['', 'they are ""'],
    [true, 'they are true'],
    [new Map([['a', {}]]), 'they are no list'],
  ])('%o are refused, never counted as no tools', async (tools, why) => {
    const message = `tools cannot be counted: ${why}. Pass a list of tools, or an object by name.`;
    const request = { messages: [], tools } as never;
    await expect(estimator.countTokens(request, 'gpt-4o')).rejects.toMatchObject({
      code: 'invalid-input',
      message,
    });
    expect(() => requestFrom({ model: 'gpt-4o', messages: [], tools })).toThrow(message);
  });

  it('a list in itself is refused in a line', async () => {
    const tools: { tools: unknown[] }[] = [];
    tools.push({ tools });
    await expect(estimator.countTokens({ messages: [], tools }, 'gpt-4o')).rejects.toMatchObject({
      message:
        'tools cannot be counted: they are circular, or lists in lists more than 4 levels deep. Pass plain JSON data.',
    });
  });

  it('an entry by name that is no tool is counted as what it is', async () => {
    const tools = { weather: 5 } as never;
    const { warnings } = await estimator.estimateCost({ model: 'gpt-4o', messages: [], tools, output: 0 });
    expect(warnings.map(({ code }) => code)).toContain('server-tool-unmeasured');
  });
});
