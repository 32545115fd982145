import { describe, expect, it } from 'vitest';
import { normalRequest } from '../../src/request/index.js';

const messagesOf = (...messages: unknown[]) => normalRequest({ messages }).messages;
const partsOf = (message: unknown) => messagesOf(message)[0]!.parts;
const text = (words: string, path: string) => ({ kind: 'text', text: words, path });

describe('messages of OpenAI’s chats', () => {
  it('have texts, names, refusals and calls', () => {
    expect(
      messagesOf(
        { role: 'system', name: 'tutor', content: 'Be brief.' },
        { role: 'user', content: [{ type: 'text', text: 'Why?' }] },
        {
          role: 'assistant',
          content: null,
          refusal: 'No.',
          tool_calls: [{ id: 'c1', type: 'function', function: { name: 'now', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'c1', content: 'noon' },
        { role: 'function', name: 'now', content: 'noon' },
      ),
    ).toEqual([
      { role: 'system', name: 'tutor', parts: [text('Be brief.', 'messages[0]')], path: 'messages[0]' },
      { role: 'user', parts: [text('Why?', 'messages[1].content[0]')], path: 'messages[1]' },
      {
        role: 'assistant',
        parts: [
          text('No.', 'messages[2]'),
          { kind: 'toolCall', id: 'c1', name: 'now', arguments: '{}', path: 'messages[2].tool_calls[0]' },
        ],
        path: 'messages[2]',
      },
      {
        role: 'tool',
        parts: [{ kind: 'toolResult', id: 'c1', parts: [text('noon', 'messages[3]')], path: 'messages[3]' }],
        path: 'messages[3]',
      },
      {
        role: 'function',
        parts: [
          { kind: 'toolResult', name: 'now', parts: [text('noon', 'messages[4]')], path: 'messages[4]' },
        ],
        path: 'messages[4]',
      },
    ]);
  });

  it('have media that are never text', () => {
    const content = [
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA', detail: 'low' } },
      { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
      { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
      { type: 'file', file: { file_data: 'data:application/pdf;base64,AAAA', filename: 'a.pdf' } },
    ];
    expect(partsOf({ role: 'user', content })).toMatchObject([
      { kind: 'media', media: { kind: 'image', bytes: 'data:image/png;base64,AAAA', detail: 'low' } },
      { kind: 'media', media: { kind: 'image', url: 'https://example.com/a.png' } },
      { kind: 'media', media: { kind: 'audio', bytes: 'AAAA', mediaType: 'audio/wav' } },
      { kind: 'media', media: { kind: 'document', mediaType: 'application/pdf' } },
    ]);
  });
});

it('items of OpenAI’s Responses are messages each', () => {
  const messages = messagesOf(
    { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Why?' }] },
    { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }], encrypted_content: 'gAAAA' },
    { type: 'function_call', call_id: 'c1', name: 'now', arguments: '{"a":1}' },
    {
      type: 'function_call_output',
      call_id: 'c1',
      output: [{ type: 'input_image', image_url: 'https://x.y/z.png' }],
    },
    {
      type: 'image_generation_call',
      id: 'ig_1',
      result: 'AAAA',
      revised_prompt: 'A cat.',
      size: '1024x1024',
    },
    {
      type: 'computer_call_output',
      call_id: 'c2',
      output: { type: 'computer_screenshot', image_url: 'data:image/png;base64,AAAA' },
    },
  );
  expect(messages.map(({ role }) => role)).toEqual([
    'user',
    'assistant',
    'assistant',
    'tool',
    'assistant',
    'tool',
  ]);
  expect(messages.flatMap(({ parts }) => parts)).toMatchObject([
    { kind: 'text', text: 'Why?' },
    { kind: 'reasoning', text: 'Hm.' },
    { kind: 'unknown', type: 'encrypted' },
    { kind: 'toolCall', name: 'now', arguments: '{"a":1}' },
    { kind: 'toolResult', parts: [{ kind: 'media', media: { kind: 'image', url: 'https://x.y/z.png' } }] },
    { kind: 'text', text: 'A cat.' },
    { kind: 'media', media: { kind: 'image', bytes: 'AAAA' } },
    { kind: 'toolResult', id: 'c2', parts: [{ media: { kind: 'image', mediaType: 'image/png' } }] },
  ]);
});

it('messages of Anthropic have calls, results, thoughts and documents in their content', () => {
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/jpeg', data: 'AAAA' } };
  const content = [
    { type: 'thinking', thinking: 'Hm.', signature: 'x' },
    { type: 'redacted_thinking', data: 'sealed' },
    { type: 'tool_use', id: 't1', name: 'now', input: { a: 1 } },
    { type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'noon' }, image] },
    { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'A text.' } },
    {
      type: 'document',
      title: 'A title.',
      context: 'Of 2026.',
      source: { type: 'base64', media_type: 'application/pdf', data: 'AAAA' },
    },
    { type: 'text', text: 'Why?', cache_control: { type: 'ephemeral' } },
  ];
  expect(partsOf({ role: 'user', content })).toMatchObject([
    { kind: 'reasoning', text: 'Hm.' },
    { kind: 'unknown', type: 'encrypted' },
    { kind: 'toolCall', id: 't1', name: 'now', arguments: '{"a":1}' },
    {
      kind: 'toolResult',
      id: 't1',
      parts: [
        { kind: 'text', text: 'noon' },
        { kind: 'media', media: { kind: 'image', bytes: 'AAAA' } },
      ],
    },
    { kind: 'text', text: 'A text.' },
    { kind: 'text', text: 'A title.' },
    { kind: 'text', text: 'Of 2026.' },
    { kind: 'media', media: { kind: 'document', mediaType: 'application/pdf' } },
    { kind: 'text', text: 'Why?' },
  ]);
  const system = [{ type: 'text', text: 'Be brief.' }];
  expect(normalRequest({ system, messages: [] }).messages).toMatchObject([
    { role: 'system', path: 'system', parts: [{ text: 'Be brief.' }] },
  ]);
});

it('contents of Gemini have parts, in either spelling', () => {
  const messages = messagesOf(
    { role: 'user', parts: [{ text: 'Why?' }, { inlineData: { mimeType: 'image/png', data: 'AAAA' } }] },
    { role: 'user', parts: [{ file_data: { mime_type: 'video/mp4', file_uri: 'https://x.y/z' } }] },
    {
      role: 'model',
      parts: [{ thought: true, text: 'Hm.' }, { functionCall: { name: 'now', args: { a: 1 } } }],
    },
    { role: 'user', parts: [{ functionResponse: { name: 'now', response: { at: 'noon' } } }] },
  );
  expect(messages.flatMap(({ parts }) => parts)).toMatchObject([
    { kind: 'text', text: 'Why?' },
    { kind: 'media', media: { kind: 'image', bytes: 'AAAA', mediaType: 'image/png' } },
    { kind: 'media', media: { kind: 'video', url: 'https://x.y/z' } },
    { kind: 'reasoning', text: 'Hm.' },
    { kind: 'toolCall', name: 'now', arguments: '{"a":1}' },
    { kind: 'toolResult', name: 'now', parts: [{ kind: 'text', text: '{"at":"noon"}' }] },
  ]);
});

it('messages of the AI SDK have calls and results of versions 4 to 7', () => {
  const content = [
    { type: 'text', text: 'Why?' },
    { type: 'image', image: new Uint8Array(3), mimeType: 'image/png' },
    { type: 'file', data: new URL('https://x.y/z.pdf'), mediaType: 'application/pdf' },
    { type: 'reasoning', text: 'Hm.' },
    { type: 'tool-call', toolCallId: 't1', toolName: 'now', args: { a: 1 } },
    { type: 'tool-call', toolCallId: 't2', toolName: 'now', input: { a: 1 } },
    { type: 'tool-result', toolCallId: 't1', toolName: 'now', result: { at: 'noon' } },
    {
      type: 'tool-result',
      toolCallId: 't2',
      toolName: 'now',
      output: { type: 'json', value: { at: 'noon' } },
    },
    {
      type: 'tool-result',
      toolCallId: 't3',
      toolName: 'see',
      output: { type: 'content', value: [{ type: 'media', data: 'AAAA', mediaType: 'image/png' }] },
    },
  ];
  expect(partsOf({ role: 'user', content })).toMatchObject([
    { kind: 'text' },
    { kind: 'media', media: { kind: 'image', mediaType: 'image/png' } },
    { kind: 'media', media: { kind: 'document', url: 'https://x.y/z.pdf' } },
    { kind: 'reasoning', text: 'Hm.' },
    { kind: 'toolCall', id: 't1', name: 'now', arguments: '{"a":1}' },
    { kind: 'toolCall', id: 't2', name: 'now', arguments: '{"a":1}' },
    { kind: 'toolResult', parts: [{ kind: 'text', text: '{"at":"noon"}' }] },
    { kind: 'toolResult', parts: [{ kind: 'text', text: '{"at":"noon"}' }] },
    { kind: 'toolResult', name: 'see', parts: [{ kind: 'media', media: { bytes: 'AAAA' } }] },
  ]);
});

it('messages of Bedrock have blocks under their own names', () => {
  const image = { image: { format: 'png', source: { bytes: new Uint8Array(3) } } };
  const content = [
    { text: 'Why?' },
    image,
    { toolUse: { toolUseId: 't1', name: 'now', input: { a: 1 } } },
    { toolResult: { toolUseId: 't1', content: [{ json: { at: 'noon' } }, image] } },
    { cachePoint: { type: 'default' } },
  ];
  expect(partsOf({ role: 'user', content })).toMatchObject([
    { kind: 'text', text: 'Why?' },
    { kind: 'media', media: { kind: 'image', mediaType: 'image/png' } },
    { kind: 'toolCall', id: 't1', name: 'now', arguments: '{"a":1}' },
    { kind: 'toolResult', id: 't1', parts: [{ kind: 'text', text: '{"at":"noon"}' }, { kind: 'media' }] },
    { kind: 'text', text: '' },
  ]);
  const result = { type: 'tool_result', tool_use_id: 't1', content: [] };
  expect(partsOf({ role: 'user', content: [result] })).toMatchObject([{ kind: 'toolResult', parts: [] }]);
});

it.each([
  [[{ role: 'user', content: 'a' }], 'openai-chat'],
  [[{ role: 'user', content: [{ type: 'input_text', text: 'a' }] }], 'openai-responses'],
  [[{ role: 'user', content: [{ type: 'tool_result' }] }], 'anthropic'],
  [[{ role: 'user', content: [{ type: 'image', source: {} }] }], 'anthropic'],
  [[{ role: 'user', content: [{ type: 'image', image: '' }] }], 'ai-sdk'],
  [[{ role: 'user', parts: [] }], 'gemini'],
])('%j is of the dialect %s', (messages, dialect) => {
  expect(normalRequest({ messages }).dialect).toBe(dialect);
});
