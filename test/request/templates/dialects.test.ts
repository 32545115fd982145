import { expect, test } from 'vitest';
import { normalRequest } from '../../../src/request/index.js';
import { loadTemplate } from '../../../src/request/templates/index.js';

const schema = { type: 'object', properties: { city: { type: 'string' } } };
const call = { city: 'Paris' };

/** One conversation as two providers' clients send it, and its beginning as a third's does. */
const OPENAI = normalRequest({
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Weather?' },
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        {
          id: 'call_123456789',
          type: 'function',
          function: { name: 'get_weather', arguments: '{"city":"Paris"}' },
        },
      ],
    },
    { role: 'tool', tool_call_id: 'call_123456789', content: '18' },
  ],
  tools: [{ type: 'function', function: { name: 'get_weather', parameters: schema } }],
});
const ANTHROPIC = normalRequest({
  system: 'Be brief.',
  messages: [
    { role: 'user', content: 'Weather?' },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_123456789', name: 'get_weather', input: call }],
    },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_123456789', content: '18' }] },
  ],
  tools: [{ name: 'get_weather', input_schema: schema }],
});
const GEMINI = normalRequest({
  system: { parts: [{ text: 'Be brief.' }] },
  messages: [{ role: 'user', parts: [{ text: 'Weather?' }] }],
  tools: [{ functionDeclarations: [{ name: 'get_weather', parameters: schema }] }],
});

test.each(['deepseek-v3.1', 'llama-3.1', 'qwen3', 'mistral-v11', 'gpt-oss'])(
  '%s renders a conversation the same, whoever it was written for',
  async (name) => {
    const template = await loadTemplate(name);
    const [openai, anthropic] = [OPENAI, ANTHROPIC].map((request) =>
      template.render(request, { date: new Date() }),
    );
    expect(openai).toBe(anthropic);
    expect(openai).toContain('get_weather');
    const gemini = template.render(GEMINI, { date: new Date(), addGenerationPrompt: false });
    expect(openai!.startsWith(gemini)).toBe(true);
  },
);
