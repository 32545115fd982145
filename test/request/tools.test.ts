import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { countTokens, requestFrom } from '../../src/estimate/index.js';
import { normalRequest } from '../../src/request/index.js';

describe('tools', () => {
  const parameters = { type: 'object', properties: { place: { type: 'string' } }, required: ['place'] };
  const tool = { kind: 'function', name: 'find', description: 'Finds it', parameters, path: 'tools[0]' };
  const said = { name: 'find', description: 'Finds it' };
  const toolsOf = (tools: unknown) => normalRequest({ prompt: 'a', tools }).tools;
  const schema = z.object({ place: z.string() });

  it.each([
    ["OpenAI's chats", [{ type: 'function', function: { ...said, parameters } }]],
    ["OpenAI's Responses", [{ type: 'function', ...said, parameters, strict: true }]],
    ["OpenAI's functions", [{ ...said, parameters }]],
    ['Anthropic', [{ ...said, input_schema: parameters, cache_control: {} }]],
    ['MCP', [{ ...said, inputSchema: parameters, annotations: {} }]],
    ['the AI SDK', { find: { description: 'Finds it', inputSchema: { jsonSchema: parameters } } }],
    ['Bedrock', [{ toolSpec: { ...said, inputSchema: { json: parameters } } }]],
  ])('of %s have one form', (_, tools) => {
    expect(toolsOf(tools)).toEqual([tool]);
  });

  it('of Gemini and of an MCP answer stand in lists', () => {
    const inner = (path: string) => [{ ...tool, path }];
    expect(toolsOf([{ functionDeclarations: [{ ...said, parametersJsonSchema: parameters }] }])).toEqual(
      inner('tools[0].functionDeclarations[0]'),
    );
    expect(toolsOf([{ tools: [{ ...said, inputSchema: parameters }] }])).toEqual(inner('tools[0].tools[0]'));
  });

  it('may have schemas of zod', () => {
    const [read] = toolsOf({ find: { description: 'Finds it', inputSchema: schema } });
    expect(read).toMatchObject({ name: 'find', parameters: { properties: { place: { type: 'string' } } } });
  });

  it('have what else the model reads of them: a grammar, examples', () => {
    const grammar = { type: 'grammar', syntax: 'lark', definition: 'start: "a"' };
    const examples = [{ place: 'Paris' }];
    expect(
      toolsOf([
        { type: 'custom', name: 'sql', description: 'Runs it', format: grammar },
        { ...said, input_schema: parameters, input_examples: examples },
      ]).map(({ description }) => description),
    ).toEqual(['Runs it\nlark\nstart: "a"', 'Finds it\n[{"place":"Paris"}]']);
  });

  it('that the provider runs keep their type', () => {
    expect(
      toolsOf([{ type: 'bash_20250124', name: 'bash' }, { googleSearch: {} }, { type: 'web_search' }]).map(
        ({ kind, type }) => [kind, type],
      ),
    ).toEqual([
      ['server', 'bash_20250124'],
      ['server', 'googleSearch'],
      ['server', 'web_search'],
    ]);
  });
});

it.each([
  ['required', 'any'],
  [{ type: 'any' }, 'any'],
  [{ mode: 'ANY' }, 'any'],
  [{ type: 'auto' }, 'auto'],
  ['none', 'none'],
  [{ type: 'tool', name: 'find' }, { name: 'find' }],
  [{ type: 'function', function: { name: 'find' } }, { name: 'find' }],
])('the tool choice %j is %j', (toolChoice, read) => {
  expect(normalRequest({ prompt: 'a', toolChoice }).toolChoice).toEqual(read);
});

it('by name and in an MCP answer are listed by requestFrom, as the type of a request has them', async () => {
  const find = { description: 'Finds it', inputSchema: { type: 'object' } };
  const messages = [{ role: 'user', content: 'hi' }];
  const listed = [{ name: 'find', ...find }];
  expect(requestFrom({ model: 'gpt-4o', messages, tools: { find } }).tools).toEqual(listed);
  expect(requestFrom({ model: 'gpt-4o', messages, tools: { tools: listed } }).tools).toEqual(listed);
  const counts = await Promise.all(
    [listed, [{ tools: listed }]].map((tools) => countTokens({ messages, tools }, 'gpt-4o')),
  );
  expect(counts[0]!.tokens).toBe(counts[1]!.tokens);
});
