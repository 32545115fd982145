import { describe, expect, it } from 'vitest';
import { estimateCost, requestFrom } from '../../src/estimate/index.js';

const messages = [{ role: 'user', content: 'Why?' }];

describe('a request body', () => {
  it("of OpenAI's chats", () => {
    const body = {
      model: 'gpt-4o',
      messages,
      tools: [{ type: 'function', function: { name: 'now' } }],
      tool_choice: 'required',
      response_format: { type: 'json_object' },
      max_completion_tokens: 500,
      n: 2,
      service_tier: 'flex',
      temperature: 0,
    };
    expect(requestFrom(body)).toEqual({
      model: 'gpt-4o',
      messages,
      tools: body.tools,
      toolChoice: 'required',
      responseFormat: { type: 'json_object' },
      output: { max: 500 },
      choices: 2,
      serviceTier: 'flex',
    });
  });

  it("of OpenAI's Responses", () => {
    const body = {
      model: 'gpt-5',
      instructions: 'Be brief.',
      input: 'Why?',
      max_output_tokens: 100,
      text: { format: { type: 'text' } },
      service_tier: 'default',
    };
    expect(requestFrom(body)).toEqual({
      model: 'gpt-5',
      messages: ['Why?'],
      system: 'Be brief.',
      output: { max: 100 },
      responseFormat: { type: 'text' },
    });
  });

  it("of Anthropic's Messages", () => {
    const body = {
      model: 'claude-opus-4-6',
      system: [{ type: 'text', text: 'Be brief.' }],
      messages,
      max_tokens: 100,
      thinking: { type: 'enabled', budget_tokens: 50 },
      inference_geo: 'us',
      speed: 'fast',
    };
    expect(requestFrom(body)).toEqual({
      model: 'claude-opus-4-6',
      system: body.system,
      messages,
      output: { max: 100 },
      thinking: true,
      region: 'us',
      speed: 'fast',
    });
  });

  it('of Gemini, which does not name the model, and of its SDK, which keeps the rest in a config', () => {
    const contents = [{ role: 'user', parts: [{ text: 'Why?' }] }];
    const systemInstruction = { parts: [{ text: 'Be brief.' }] };
    const read = {
      model: 'gemini-2.5-pro',
      messages: contents,
      system: systemInstruction,
      output: { max: 9 },
    };
    const body = { contents, systemInstruction, generationConfig: { maxOutputTokens: 9 } };
    expect(requestFrom(body, { model: 'gemini-2.5-pro' })).toEqual(read);
    const config = { systemInstruction, maxOutputTokens: 9 };
    expect(requestFrom({ model: 'gemini-2.5-pro', contents, config })).toEqual(read);
  });

  it('of the AI SDK, with tools by name', () => {
    const inputSchema = { jsonSchema: { type: 'object' } };
    const call = {
      model: { modelId: 'gpt-4o' },
      prompt: 'Why?',
      tools: { now: { inputSchema } },
      maxOutputTokens: 9,
    };
    expect(requestFrom(call)).toEqual({
      model: 'gpt-4o',
      prompt: 'Why?',
      tools: [{ name: 'now', inputSchema }],
      output: { max: 9 },
    });
  });

  it('is estimated as it is', async () => {
    const estimate = await estimateCost(requestFrom({ model: 'gpt-4o', max_tokens: 500, messages }));
    // "Why?" is 2 tokens, its message 4 more, the reply's priming 3
    expect(estimate).toMatchObject({ priced: true, exactness: 'exact', tokens: { input: { high: 9 } } });
  });

  it.each([
    [null, 'The request body is no object.'],
    [{ messages }, 'The request body names no model.'],
    [{ model: 'gpt-4o' }, 'The request body has no messages.'],
    [
      { model: 'gpt-4o', prompt: { id: 'pmpt_1' }, input: 'Why?' },
      'prompt names a text that only the provider has.',
    ],
    [{ model: 'gpt-4o', input: 'Why?', conversation: { id: 'c' } }, 'conversation names a text'],
    [{ model: 'gemini-2.5-pro', contents: [], cachedContent: 'c' }, 'cached_content names a text'],
    [
      { model: 'gpt-4o', prompt: 'Why?', providerOptions: { openai: { previousResponseId: 'resp_1' } } },
      'previous_response_id names a text',
    ],
    [
      { model: 'gpt-4o', input: 'Why?', previous_response_id: 'resp_1' },
      'previous_response_id names a text that only the provider has.',
    ],
  ])('%j is refused', (body, message) => {
    expect(() => requestFrom(body)).toThrow(
      expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(message) }),
    );
  });
});
