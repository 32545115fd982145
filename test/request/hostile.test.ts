import { beforeAll, describe, expect, it } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { createEstimator, type EstimateRequest } from '../../src/estimate/index.js';

const CANARY = 'canary-7f3a';
const { estimateCostSync } = createEstimator({ now: () => new Date('2026-11-01T00:00:00Z') });

beforeAll(() => loadEncoding('o200k_base'));

const request = (parts: object): EstimateRequest => ({ model: 'gpt-4o', output: 0, messages: [], ...parts });

function circular(): object {
  const schema: Record<string, unknown> = { type: 'object', description: CANARY };
  schema['properties'] = { again: schema };
  return schema;
}

/** Thirty levels of objects that are shared: as text it would be 2^30 of them. */
function doubling(): object {
  let schema: object = { type: 'string', description: CANARY };
  for (let i = 0; i < 30; i++) schema = { type: 'object', properties: { a: schema, b: schema } };
  return schema;
}

/** The same of parts, by what puts two of them into one. */
function doublingParts(wrap: (parts: readonly object[]) => object): object {
  let part: object = { type: 'text', text: CANARY };
  for (let i = 0; i < 30; i++) part = wrap([part, part]);
  return part;
}

function nested(levels: number): unknown {
  let value: unknown = { type: 'string', description: CANARY };
  for (let i = 0; i < levels; i++) value = { type: 'object', properties: { a: value } };
  return value;
}

const thrower = {
  role: 'user',
  get content(): string {
    throw new Error(CANARY);
  },
};
const tool = (parameters: unknown) => ({ type: 'function', function: { name: 'f', parameters } });
const user = (content: unknown) => ({ role: 'user', content });

describe('a request that cannot be counted is refused by its path, without its text:', () => {
  it.each([
    [
      'a circular schema',
      { tools: [tool(circular())] },
      /^tools\[0\]'s schema cannot be counted: it is circular or nested/,
    ],
    [
      'a schema that doubles',
      { tools: [tool(doubling())] },
      /^tools\[0\]'s schema cannot be counted: it holds more than/,
    ],
    [
      'a schema of 10,000 levels',
      { tools: [tool(nested(10_000))] },
      /^tools\[0\]'s schema .* 500 levels deep/,
    ],
    [
      'a circular response format',
      { responseFormat: { type: 'json_schema', json_schema: { schema: circular() } } },
      /^responseFormat's schema/,
    ],
    ['a message whose property throws', { messages: [user('a'), thrower] }, /^messages\[1\] cannot be read/],
    [
      'a part whose property throws',
      {
        messages: [
          user([
            {
              type: 'odd',
              ...{
                get x() {
                  return CANARY;
                },
              },
              y: 1n,
            },
          ]),
        ],
      },
      /^messages\[0\]\.content\[0\] cannot be counted/,
    ],
    [
      'a tool whose property throws',
      {
        tools: [
          {
            get name() {
              throw new Error(CANARY);
            },
          },
        ],
      },
      /^tools\[0\] cannot be counted/,
    ],
    [
      'a tool result that doubles',
      {
        messages: [user([doublingParts((content) => ({ type: 'tool_result', tool_use_id: 'a', content }))])],
      },
      /^messages\[0\]\.content\[0\] cannot be counted: it holds more than/,
    ],
    [
      'a document that doubles',
      {
        messages: [
          user([doublingParts((content) => ({ type: 'document', source: { type: 'content', content } }))]),
        ],
      },
      /^messages\[0\]\.content\[0\] cannot be counted: it holds more than/,
    ],
    [
      'an answer of a function that doubles',
      {
        messages: [
          { role: 'user', parts: [doublingParts((parts) => ({ functionResponse: { name: 'f', parts } }))] },
        ],
      },
      /^messages\[0\]\.parts\[0\] cannot be counted: it holds more than/,
    ],
    [
      'parts of 100,000 levels',
      { messages: [user([{ type: 'odd', value: nested(100_000) }])] },
      /^messages\[0\]\.content\[0\] cannot be counted/,
    ],
    [
      '1,000,000 messages',
      { messages: Array.from({ length: 1_000_000 }, () => user(CANARY)) },
      /^messages has 1000000 items, and at most/,
    ],
    [
      '100,000 tools',
      { tools: Array.from({ length: 100_000 }, () => tool({})) },
      /^tools cannot be counted: they are 100000/,
    ],
    [
      'a schema whose library cannot write it',
      { tools: [{ name: 'f', inputSchema: { _def: {}, parse() {} } }] },
      /cannot write it as JSON Schema/,
    ],
  ])('%s', (_, parts, message) => {
    expect(() => estimateCostSync(request(parts))).toThrow(
      expect.objectContaining({ code: 'invalid-input', message: expect.stringMatching(message) }),
    );
    expect(() => estimateCostSync(request(parts))).not.toThrow(expect.stringContaining(CANARY));
  });
});

describe('a request that is odd is counted:', () => {
  it.each([
    ['no messages', { messages: [] }],
    ['empty messages', { messages: [{}, user(''), user(null), user([]), null, undefined, 7] }],
    [
      'null contents and calls',
      { messages: [{ role: 'assistant', content: null, tool_calls: [null, {}, { function: null }] }] },
    ],
    [
      'unknown roles',
      {
        messages: [
          { role: CANARY.repeat(10), content: 'a' },
          { role: '', content: 'b' },
          { role: 7, content: 'c' },
        ],
      },
    ],
    [
      'nested results',
      { messages: [user([{ type: 'tool_result', content: [{ type: 'tool_result', content: 'a' }] }])] },
    ],
    [
      '10,000 tools',
      {
        tools: Array.from({ length: 10_000 }, () =>
          tool({ type: 'object', properties: { a: { type: 'string' } } }),
        ),
      },
    ],
    ['100,000 messages', { messages: Array.from({ length: 100_000 }, () => user('hi')) }],
    ['holes', { messages: new Array(1_000) }],
    ['tools that are none', { tools: [null, 7, 'x', {}, []] }],
    [
      'a schema that is none',
      { tools: [tool(7), tool([]), tool('x'), tool({ properties: 7 }), tool({ properties: { a: null } })] },
    ],
  ])('%s', (_, parts) => {
    const { tokens, warnings, parts: counted = [] } = estimateCostSync(request(parts));
    expect(tokens!.input.low).toBeLessThanOrEqual(tokens!.input.likely);
    expect(tokens!.input.likely).toBeLessThanOrEqual(tokens!.input.high);
    expect(JSON.stringify([warnings, counted])).not.toContain(CANARY);
  });
});

it('names of Object’s own properties are fields as others are, and change nothing else', () => {
  const message = JSON.parse('{"role":"user","content":"hi","__proto__":{"name":"x"},"constructor":"y"}');
  const { tokens, parts = [] } = estimateCostSync(request({ messages: [message] }));
  expect(tokens!.input.low).toBe(8);
  expect(parts.map(({ path }) => path)).toEqual([
    'messages[0]',
    'messages[0].__proto__',
    'messages[0].constructor',
    'request',
  ]);
  expect(
    estimateCostSync(request({ messages: [{ type: 'toString', role: 'user', content: 'hi' }] })).tokens!.input
      .likely,
  ).toBe(8);
});

it('a field’s name that is a text is never shown', () => {
  const message = { role: 'user', content: 'hi', [`${CANARY} and more`]: 'x' };
  const { warnings, parts } = estimateCostSync(
    request({ messages: [message], unread: { [`${CANARY}!`]: 'x' } }),
  );
  expect(warnings.filter(({ code }) => code === 'unknown-part')).toHaveLength(2);
  expect(JSON.stringify([warnings, parts])).not.toContain(CANARY);
});
