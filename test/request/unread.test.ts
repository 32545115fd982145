import { describe, expect, it } from 'vitest';
import { createEstimator, type Estimate, estimateCost, requestFrom } from '../../src/estimate/index.js';
import { letterEncoding } from '../estimate/letter-encoding.js';
import { png } from './media/files.js';

const messages = [{ role: 'user', content: 'Why?' }];
const encodings = { o200k_base: letterEncoding('o200k_base') };
const estimator = createEstimator({ encodings, now: () => new Date('2026-11-01T00:00:00Z') });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const listed = ({ parts = [] }: Estimate): Record<string, readonly number[]> =>
  Object.fromEntries(parts.map(({ path, tokens }) => [path, Object.values(tokens)]));

describe('a field of a body that nothing reads', () => {
  it('is a part of its own with a warning, from none to its JSON text', async () => {
    const request = requestFrom({
      model: 'gpt-4o',
      messages,
      prediction: { content: 'So.' },
      temperature: 0,
    });
    expect(request.unread).toEqual({ prediction: { content: 'So.' } });
    const estimate = await estimator.estimateCost({ ...request, output: 0 });
    // {"content":"So."} is 17 letters
    expect(listed(estimate)['prediction']).toEqual([0, 17, 17]);
    expect(estimate.exactness).toBe('exact-text');
    expect(estimate.warnings[0]).toEqual({
      code: 'unknown-part',
      message: 'prediction is of type prediction, which no dialect explains; it is counted as its JSON text.',
    });
  });

  it('counts beside a bare prompt, and in the prompt of an open model', async () => {
    const body = { prompt: 'Why?', documents: [{ text: 'Air.' }] };
    const bare = await estimator.estimateCost({ ...requestFrom(body, { model: 'gpt-4o' }), output: 0 });
    expect(listed(bare)['documents']).toEqual([0, 17, 17]);
    const open = await estimateCost({ ...requestFrom(body, { model: 'deepseek-v3' }), output: 0 });
    expect(listed(open)['documents']![2]).toBeGreaterThan(0);
  });

  it.each([
    [
      'OpenAI',
      { user: 'u', metadata: { a: 'b' }, stop: ['x'], stream_options: { include_usage: true }, n: 1 },
    ],
    ['Responses', { reasoning: { effort: 'low' }, text: { verbosity: 'low' }, include: ['x'], store: false }],
    ['Anthropic', { stop_sequences: ['x'], metadata: { user_id: 'u' }, output_config: { effort: 'low' } }],
    [
      'Gemini',
      { generationConfig: { stopSequences: ['x'], responseModalities: ['TEXT'] }, safetySettings: [{}] },
    ],
    ['the AI SDK', { headers: { a: 'b' }, maxRetries: 2, providerOptions: { openai: { user: 'u' } } }],
    ['Bedrock', { inferenceConfig: { stopSequences: ['x'] }, guardrailConfig: { trace: 'enabled' } }],
    ['OpenRouter', { provider: { order: ['x'] }, models: ['a'], usage: { include: true } }],
  ])('is none where %s is known to add no tokens for it', async (_, body) => {
    const request = requestFrom({ model: 'gpt-4o', messages, ...body });
    expect(request.unread).toBeUndefined();
    expect((await estimator.estimateCost({ ...request, output: 0 })).exactness).toBe('exact');
  });

  it('is the second of two that say the same', () => {
    const { system, unread } = requestFrom({ model: 'gpt-4o', messages, system: 'a', instructions: 'b' });
    expect([system, unread]).toEqual(['a', { instructions: 'b' }]);
    expect(requestFrom({ model: 'gpt-4o', messages, n: 2, config: { n: 'text' } }).unread).toEqual({
      'config.n': 'text',
    });
  });
});

it('what SDKs keep one level down is read', () => {
  const body = {
    model: 'gpt-4o',
    prompt: 'Why?',
    schema: { type: 'object' },
    schemaName: 'answer',
    providerOptions: { openai: { serviceTier: 'flex', instructions: 'Be brief.' } },
  };
  expect(requestFrom(body)).toEqual({
    model: 'gpt-4o',
    prompt: 'Why?',
    system: 'Be brief.',
    serviceTier: 'flex',
    responseFormat: { schema: { type: 'object' }, name: 'answer' },
  });
});

it('what gateways and SDKs put beside a content is counted', async () => {
  const picture = { name: 'a.png', contentType: 'image/png', url: 'https://example.com/a.png' };
  const estimate = await estimator.estimateCost({
    model: 'gpt-4o',
    messages: [
      { role: 'assistant', content: '', reasoning: 'So it is.' },
      {
        role: 'assistant',
        content: '',
        reasoning: 'So.',
        reasoning_details: [{ type: 'reasoning.text', text: 'So.' }],
      },
      { role: 'user', content: '', experimental_attachments: [picture] },
      { role: 'user', content: '', images: [base64(png(512, 512))] },
      { role: 'assistant', content: '', audio: { id: 'audio_1' } },
      { role: 'user', content: '', weights: [0.5] },
    ],
    output: 0,
  });
  const counted = listed(estimate);
  // 3 around a message, its role by its letters, its texts
  expect(counted['messages[0]']![1]! - counted['messages[4]']![1]!).toBe('So it is.'.length);
  expect(counted['messages[1]']![1]! - counted['messages[4]']![1]!).toBe('So.'.length);
  expect(counted['messages[2].experimental_attachments']).toEqual([255, 765, 1445]);
  expect(counted['messages[3].images']).toEqual([255, 255, 255]);
  // From a second to the longest recording, by any rule that is known.
  expect(counted['messages[4].audio']![0]).toBe(10);
  expect(counted['messages[5].weights']).toEqual([0, 5, 5]);
});

it.each([[{ type: 'item_reference', id: 'rs_1' }], [{ id: 'rs_1' }]])('%j is refused', async (item) => {
  await expect(estimateCost({ model: 'gpt-5', messages: [item] })).rejects.toThrow(
    'messages[0] names an item that only the provider has. Pass the item in its place.',
  );
});

it('what is named by an id alone is taken at its most, with a warning', async () => {
  const warned = async (message: object) =>
    (await estimator.estimateCost({ model: 'gpt-4o', messages: [message], output: 0 })).warnings
      .filter(({ code }) => code === 'media-unseen')
      .map(({ message }) => message);
  // 1,000 pages of at most 3,000 tokens of text and 1,445 of a picture
  expect(await warned({ role: 'user', content: [{ type: 'input_file', file_id: 'file-1' }] })).toEqual([
    'messages[0].content[0]: a document that only the provider has; at most 4445000 tokens are taken.',
  ]);
  expect(await warned({ role: 'assistant', audio: { id: 'audio_1' } })).toHaveLength(1);
  const address = { type: 'input_image', image_url: 'https://example.com/a.png' };
  expect(await warned({ role: 'user', content: [address] })).toEqual([]);
});

describe('base64 is never text', () => {
  const picture = base64(new Uint8Array([...png(1024, 1024), ...new Uint8Array(50_000)]));
  const data = base64(new Uint8Array(3_000).fill(97));
  const broken = picture.replace(/.{76}/g, '$&\r\n');
  const partsOf = async (message: object): Promise<Record<string, readonly number[]>> =>
    listed(await estimator.estimateCost({ model: 'gpt-4o', messages: [message], output: 0 }));

  it.each([
    ['a data URL', `data:image/png;base64,${picture}`],
    ['bare', picture],
    ['in lines', broken],
    ['a small data URL', `data:image/png;base64,${base64(png(1024, 1024))}`],
    ['in a text', `![a](data:image/png;base64,${picture})`],
    ['bytes', new Uint8Array([...png(1024, 1024)])],
  ])('in a part that no dialect explains: a picture, %s', async (_, value) => {
    const part = { type: 'odd', a: [{ b: value }] };
    const counted = await partsOf({ role: 'user', content: [part] });
    // 85 + 170 for each of 4 tiles
    expect(counted['messages[0].content[0].data[0]']).toEqual([765, 765, 765]);
    expect(counted['messages[0].content[0]']![2]).toBeLessThan(50);
  });

  it('what it is not to be told counts by its length', async () => {
    const counted = await partsOf({ role: 'user', content: [{ type: 'odd', a: data }] });
    // 4,000 letters: from none to one for each 3, likely one for each 6.5 after 800
    expect(counted['messages[0].content[0].data[0]']).toEqual([0, 493, 1334]);
  });

  it('a picture that a tool of the provider made, and a screenshot, are pictures', async () => {
    const made = await partsOf({ type: 'image_generation_call', id: 'ig_1', result: picture });
    expect(made['messages[0].result']).toEqual([765, 765, 765]);
    const output = { type: 'computer_screenshot', image_url: `data:image/png;base64,${picture}` };
    const { parts = [] } = await estimator.estimateCost({
      model: 'gpt-4o',
      messages: [{ type: 'computer_call_output', call_id: 'c', output }],
      output: 0,
    });
    expect(parts.find(({ what }) => what === 'image')!.tokens.likely).toBe(765);
    expect(parts.find(({ what }) => what === 'tool message')!.tokens.high).toBeLessThan(30);
  });

  it('words without a space are text', async () => {
    const counted = await partsOf({ role: 'user', content: [{ type: 'odd', a: 'a-b_c/d.'.repeat(100) }] });
    expect(Object.keys(counted)).toEqual(['messages[0]', 'messages[0].content[0]', 'request']);
  });
});
