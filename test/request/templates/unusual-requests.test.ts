import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NormalRequest } from '../../../src/request/index.js';
import { loadTemplate } from '../../../src/request/templates/index.js';
import { GET_WEATHER, QUESTION, requestOf } from './example-requests.js';

const DATE = new Date('2024-07-26');
const SECRET = 'the text of a prompt';
const call = { kind: 'toolCall', id: 'c1', name: 'get_weather', arguments: '{}' };
const result = { kind: 'toolResult', id: 'c1', parts: [{ kind: 'text', text: SECRET, path: '' }] };

describe('what a template has no place for is listed', () => {
  test('media, reasoning, calls and server tools', async () => {
    const image = { kind: 'media', media: { kind: 'image', url: 'https://example.com/a.png' } };
    const request: NormalRequest = {
      ...requestOf(
        [
          ['user', image, QUESTION],
          ['assistant', { kind: 'reasoning', text: 'Hm.' }, 'Sunny.', call],
        ],
        [{ kind: 'server', name: 'web_search', path: 'tools[0]' }],
      ),
      responseFormat: { kind: 'json' },
    };
    const omitted = async (name: string): Promise<readonly string[]> =>
      (await loadTemplate(name)).prompt(request, { date: DATE }).omitted;
    expect(await omitted('qwen3')).toEqual(['messages[0].content[0]', 'responseFormat', 'tools[0]']);
    expect(await omitted('deepseek-v3')).toEqual([
      'messages[0].content[0]',
      'messages[1].content[2]', // V3's template writes the text of a message or its calls
      'messages[1].content[0]',
      'responseFormat',
      'tools[0]',
    ]);
    expect(await omitted('gemma-3')).toEqual([
      'messages[1].content[2]',
      'messages[1].content[0]',
      'responseFormat',
      'tools[0]',
    ]);
  });

  test('an image has a placeholder in Gemma 3', async () => {
    const image = { kind: 'media', media: { kind: 'image' } };
    const prompt = (await loadTemplate('gemma-3')).prompt(requestOf([['user', image, ' Who? ']]), {
      date: DATE,
    });
    expect(prompt.text).toBe(
      '<bos><start_of_turn>user\n<start_of_image>Who?<end_of_turn>\n<start_of_turn>model\n',
    );
    expect(prompt.pieces[3]).toEqual({ text: '<start_of_image>', control: true });
  });
});

describe('an unusual request is rendered', () => {
  test('roles under other names', async () => {
    const template = await loadTemplate('qwen3');
    const named = template.render(
      requestOf([
        ['developer', 'x'],
        ['user', 'y'],
        ['model', 'z'],
        ['user', 'q'],
      ]),
      { date: DATE },
    );
    const usual = template.render(
      requestOf([
        ['system', 'x'],
        ['user', 'y'],
        ['assistant', 'z'],
        ['user', 'q'],
      ]),
      { date: DATE },
    );
    expect(named).toBe(usual);
  });

  test('results beside text in one message become messages of their own, as Anthropic has them', async () => {
    const template = await loadTemplate('qwen3');
    const rendered = template.render(
      requestOf([
        ['user', 'y'],
        ['assistant', call],
        ['user', result, 'And?'],
      ]),
      { date: DATE },
    );
    expect(rendered).toContain(
      `<tool_response>\n${SECRET}\n</tool_response><|im_end|>\n<|im_start|>user\nAnd?<|im_end|>`,
    );
  });

  test('ids of calls are cut to the length that Mistral wants', async () => {
    const long = { ...call, id: 'call_0123456789' };
    const rendered = (await loadTemplate('mistral-v11')).render(
      requestOf([
        ['user', 'y'],
        ['assistant', long],
      ]),
      { date: DATE },
    );
    expect(rendered).toContain('[TOOL_CALLS]get_weather[CALL_ID]123456789[ARGS]{}');
  });

  test('no messages, and empty ones', async () => {
    for (const name of ['deepseek-r1', 'llama-3.1', 'gemma-3', 'gpt-oss', 'mistral-v7']) {
      const template = await loadTemplate(name);
      expect(typeof template.render(requestOf([]), { date: DATE })).toBe('string');
      expect(
        typeof template.render(requestOf([['user'], ['assistant', 'a'], ['user', '']]), { date: DATE }),
      ).toBe('string');
    }
  });
});

test('any schema is written, or refused by a typed error', async () => {
  const templates = await Promise.all(
    ['gpt-oss', 'llama-3.1', 'qwen3', 'deepseek-v3.1', 'mistral-v15'].map(loadTemplate),
  );
  const word = fc.constantFrom('string', 'object', 'array', 'number', 'null', '$ref', 'x');
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.jsonValue({ maxDepth: 1 }),
      fc.record(
        {
          type: fc.oneof(word, fc.array(word, { maxLength: 2 })),
          properties: fc.dictionary(word, tie('schema'), { maxKeys: 3 }),
          items: tie('schema'),
          oneOf: fc.array(tie('schema'), { maxLength: 2 }),
          anyOf: fc.array(tie('schema'), { maxLength: 2 }),
          enum: fc.array(fc.jsonValue({ maxDepth: 0 }), { maxLength: 2 }),
          default: fc.jsonValue({ maxDepth: 1 }),
          nullable: fc.boolean(),
          required: fc.oneof(fc.array(word, { maxLength: 2 }), fc.constant(true)),
          description: fc.oneof(fc.string(), fc.constant(7)),
        },
        { requiredKeys: [] },
      ),
    ),
  }));
  fc.assert(
    fc.property(schema, fc.constantFrom(...templates), (parameters, template) => {
      const request = requestOf([['user', QUESTION]], [{ ...GET_WEATHER, parameters }]);
      try {
        expect(template.render(request, { date: DATE })).toContain('get_weather');
      } catch (error) {
        expect(error).toMatchObject({ code: 'invalid-input' });
        // Only harmony writes more of a schema than its JSON.
        expect(template.name).toBe('gpt-oss');
      }
    }),
    { numRuns: 500 },
  );
});

describe('a huge request is rendered', () => {
  const PRIVATE = Array.from({ length: 6_400 }, (_, at) => String.fromCharCode(0xe000 + at)).join('');
  const long = (n: number) =>
    requestOf(Array.from({ length: n }, (_, at) => [at % 2 ? 'assistant' : 'user', SECRET] as const));
  test.each(['deepseek-r1', 'llama-3.1', 'qwen3', 'mistral-v13', 'gemma-3', 'gpt-oss'])(
    '%s',
    async (name) => {
      const template = await loadTemplate(name);
      const tools = Array.from({ length: 1_000 }, (_, at) => ({
        ...GET_WEATHER,
        name: `tool_${at}`,
        path: `tools[${at}]`,
      }));
      for (const request of [
        long(2_000),
        requestOf([['user', '<|im_start|>'.repeat(40_000)]]),
        requestOf([['user', PRIVATE, PRIVATE, '\ue000'.repeat(200_000), '</think>'.repeat(10_000)]]),
        requestOf([['user', QUESTION]], tools),
      ]) {
        expect(() => template.prompt(request, { date: DATE })).not.toThrow();
      }
    },
  );
});
