import { Template } from '@huggingface/jinja';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatOf } from '../../../src/request/templates/chat-of.js';
import { templateNames } from '../../../src/request/templates/index.js';
import { compileJinja } from '../../../src/request/templates/jinja/compile-jinja.js';
import type { Node } from '../../../src/request/templates/jinja/node.js';
import type { Jinja } from '../../../src/request/templates/jinja.js';
import type { TemplateFile } from '../../../src/request/templates/template-file.js';
import { EXAMPLES } from './example-requests.js';

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' x ',
    '</think>',
    'a</think>\nb',
    '<tool_response>r</tool_response>',
    '1',
    '-0.0',
    '2.50',
    '3.0',
    '1e9',
    'Infinity',
    '\n',
  ),
  fc.string({ maxLength: 12 }),
);
const type = fc.oneof(
  fc.constantFrom('string', 'number', 'integer', 'boolean', 'array', 'object', 'null'),
  fc.constantFrom(['string', 'null'], ['array'], [], 5, null, { x: 1 }, 'object | object'),
);
const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue({ maxDepth: 2 }),
    fc.record(
      {
        type,
        description: fc.oneof(text, fc.jsonValue({ maxDepth: 1 })),
        items: tie('schema'),
        nullable: fc.boolean(),
        default: fc.jsonValue({ maxDepth: 2 }),
        enum: fc.oneof(
          fc.array(text, { maxLength: 3 }),
          fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }),
        ),
        oneOf: fc.array(tie('schema'), { maxLength: 3 }),
        required: fc.oneof(fc.array(text, { maxLength: 2 }), fc.constantFrom(['a'], 'a', { a: 1 }, null)),
        properties: fc.dictionary(
          fc.oneof(fc.constantFrom('a', 'items', '__proto__', '1'), text),
          tie('schema'),
          { maxKeys: 3 },
        ),
      },
      { requiredKeys: [] },
    ),
  ),
}));
const call = fc.record({
  type: fc.constant('function'),
  id: text,
  function: fc.record({ name: text, arguments: fc.oneof(text, fc.jsonValue({ maxDepth: 3 })) }),
});
const item = fc.oneof(fc.record({ type: fc.constant('text'), text }), fc.constant({ type: 'image' }));
const message = fc.record(
  {
    role: fc.constantFrom('user', 'user', 'assistant', 'assistant', 'system', 'tool', 'model'),
    content: fc.oneof(
      { weight: 8, arbitrary: text },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.array(item) },
    ),
    tool_calls: fc.array(call, { maxLength: 2 }),
    tool_call_id: text,
    name: text,
    reasoning_content: text,
    thinking: text,
  },
  { requiredKeys: ['role', 'content'] },
);
const tool = fc.record({
  type: fc.constant('function'),
  function: fc.record({ name: text, description: text, parameters: schema }, { requiredKeys: ['name'] }),
});
const values = fc.record(
  {
    messages: fc.oneof(fc.array(message, { maxLength: 6 }), conversation()),
    tools: fc.array(tool, { minLength: 1, maxLength: 2 }),
    bos_token: fc.constant('<s>'),
    eos_token: fc.constant('</s>'),
    date: fc.constant('2024-07-26'),
    add_generation_prompt: fc.boolean(),
    effort: fc.constantFrom('low', 'high'),
    enable_thinking: fc.boolean(),
  },
  { requiredKeys: ['messages', 'bos_token', 'eos_token', 'date', 'add_generation_prompt'] },
);

/** Turns in an order that every template allows, some with a call and its result. */
function conversation(): fc.Arbitrary<object[]> {
  const turn = fc.record({
    asked: text,
    said: fc.string({ minLength: 1, maxLength: 9 }),
    thought: text,
    calls: fc.option(call),
  });
  return fc.array(turn, { minLength: 1, maxLength: 4 }).map((turns) =>
    turns.flatMap(({ asked, said, thought, calls }) => [
      { role: 'user', content: asked },
      ...(calls
        ? [
            {
              role: 'assistant',
              content: '',
              tool_calls: [calls],
              reasoning_content: thought,
              thinking: thought,
            },
            { role: 'tool', content: thought, tool_call_id: calls.id, name: calls.function.name },
          ]
        : []),
      { role: 'assistant', content: said, reasoning_content: thought },
    ]),
  );
}

function outcome(jinja: Jinja, given: Readonly<Record<string, unknown>>): unknown {
  try {
    return jinja.render(given);
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

describe.each(templateNames)('%s, compiled', async (name) => {
  const { default: file }: { default: TemplateFile } = await import(`../../../templates/${name}.js`);
  const interpreted = new Template(file.jinja);
  const parsed = interpreted.parsed as unknown as Node;

  test('writes and refuses what the interpreter does', () => {
    const compiled = compileJinja(parsed, interpreted);
    fc.assert(
      fc.property(values, (given) => {
        expect(outcome(compiled, given)).toBe(outcome(interpreted, given));
      }),
      { numRuns: 150 },
    );
  });

  test('leaves none of the example requests to it', () => {
    const left = { render: () => 'left to the interpreter' };
    const compiled = compileJinja(parsed, left);
    for (const request of Object.values(EXAMPLES)) {
      let chat: ReturnType<typeof chatOf>;
      try {
        chat = chatOf(request, file);
      } catch {
        continue; // a role that the template has no form for
      }
      const given = { ...chat, bos_token: '<s>', eos_token: '</s>', date: '2024-07-26' };
      expect(outcome(compiled, given)).not.toBe('left to the interpreter');
    }
  });
});
