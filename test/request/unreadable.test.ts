import { expect, it } from 'vitest';
import { createEstimator, requestFrom } from '../../src/estimate/index.js';

const SECRET = 'canary-7f3a';
const { countTokens } = createEstimator();
const messages = [{ role: 'user', content: 'hi' }];

/** An object with a field that throws a text when it is read. */
function throwing(field: string, beside: object = {}): object {
  return Object.defineProperty({ ...beside }, field, {
    enumerable: true,
    get() {
      throw new Error(SECRET);
    },
  });
}

const refused = (message: string): unknown =>
  expect.objectContaining({ name: 'PromptCostError', code: 'invalid-input', message });

it.each([
  [
    'a response format',
    { responseFormat: throwing('type') },
    'responseFormat cannot be read. Pass plain data.',
  ],
  [
    'the schema of a response format',
    { responseFormat: throwing('json_schema') },
    'responseFormat cannot be read. Pass plain data.',
  ],
  ['a tool choice', { toolChoice: throwing('mode') }, 'toolChoice cannot be read. Pass plain data.'],
  ['tools by name', { tools: throwing('find') as never }, 'tools cannot be read. Pass plain data.'],
  [
    'a tool',
    { tools: [throwing('name')] },
    'tools[0] cannot be counted: a property of it throws. Pass plain JSON data.',
  ],
  ['a system text', { system: throwing('parts') }, 'system cannot be read. Pass plain data.'],
])('%s that throws when it is read is named, without what it threw', async (_, parts, message) => {
  await expect(countTokens({ messages, ...parts }, 'gpt-4o')).rejects.toEqual(refused(message));
});

it.each(['model', 'messages', 'tools', 'config', 'thinking', 'tool_choice', 'max_tool_calls'])(
  'a body whose %s throws is refused, without what it threw',
  (field) => {
    expect(() => requestFrom(throwing(field, { model: 'gpt-4o', messages }))).toThrow(
      refused('The request body cannot be read. Pass plain data.'),
    );
  },
);
