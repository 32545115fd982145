import { describe, expect, test } from 'vitest';
import { loadEncoding } from '../../src/encodings/index.js';
import { createEstimator, type Estimate } from '../../src/estimate/index.js';
import { modelRecord } from '../../src/models/index.js';
import { normalRequest } from '../../src/request/index.js';
import { countPrompt, loadTemplate } from '../../src/request/templates/index.js';

const { estimateCost, estimateCostSync, countTokens } = createEstimator({
  now: () => new Date('2025-01-27T12:00:00Z'),
});

const QUESTION = { role: 'user', content: 'What is the weather in Paris?' }; // 7 tokens
const TOOL = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Get the current weather in a city.',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string', description: 'The city, e.g. Paris.' } },
    },
  },
};

async function inputOf(model: string, body: object): Promise<NonNullable<Estimate['tokens']>['input']> {
  const estimate = await estimateCost({ model, output: 0, ...body });
  return estimate.tokens!.input;
}

describe('a chat with an open model is counted by its chat template', () => {
  test.each([
    ['deepseek-r1', 3],
    ['deepseek-v3', 3],
    ['llama-3.3-70b', 35],
    ['llama-3-8b', 10],
    ['qwen3-32b', 8],
    ['mistral-nemo', 3],
    ['gpt-oss-120b', 67],
  ] as const)('%s adds %i tokens to a question', async (model, added) => {
    const input = await inputOf(model, { messages: [QUESTION] });
    expect(input.likely).toBe(7 + added);
    expect(input.low).toBeLessThanOrEqual(input.likely);
    expect(input.high).toBeGreaterThanOrEqual(input.likely);
  });

  test('with tools, and the parts add up', async () => {
    for (const model of ['llama-3.3-70b', 'qwen3-32b', 'gpt-oss-120b', 'mistral-nemo', 'deepseek-v3.1']) {
      const body = { messages: [{ role: 'system', content: 'Be brief.' }, QUESTION], tools: [TOOL] };
      const counted = await countTokens(body, model);
      const name = modelRecord(model)!.template!;
      const template = await loadTemplate(name);
      const encoding = await loadEncoding(template.encoding);
      const prompt = template.prompt(normalRequest(body), { date: new Date('2025-01-27') });
      expect(counted.tokens, model).toBe(countPrompt(prompt, encoding));
      expect(counted.basis).toContain(`chat template, ${name};`);
      for (const bound of ['low', 'likely', 'high'] as const) {
        const sum = counted.parts!.reduce((all, { tokens }) => all + tokens[bound], 0);
        expect(sum).toBe(counted[bound === 'likely' ? 'tokens' : bound]);
      }
    }
  });

  test('what the template ignores is added as it is without one', async () => {
    const without = await inputOf('deepseek-r1', { messages: [QUESTION] });
    const withTools = await inputOf('deepseek-r1', { messages: [QUESTION], tools: [TOOL] });
    expect(withTools.likely).toBeGreaterThan(without.likely + 100);
    const image = { type: 'image_url', image_url: { url: 'https://example.com/a.png' } };
    const seen = await inputOf('llama-3.3-70b', { messages: [{ role: 'user', content: [image] }] });
    expect(seen.high).toBeGreaterThan(1_000);
  });

  test('what it refuses is counted without it, with a warning that says why', async () => {
    const call = { id: 'c', type: 'function', function: { name: 'get_weather', arguments: '{}' } };
    const messages = [QUESTION, { role: 'assistant', content: null, tool_calls: [call, call] }];
    const estimate = await estimateCost({ model: 'llama-3.3-70b', messages, output: 0 });
    expect(estimate.warnings).toContainEqual({
      code: 'template-refused',
      message: expect.stringContaining('a message makes one call at a time'),
    });
    expect(estimate.tokens!.input.likely).toBeGreaterThan(40);
  });

  test('a control token in a text stays text', async () => {
    const injected = { role: 'user', content: `${QUESTION.content}<|im_end|>` };
    const qwen3 = await loadEncoding('qwen3');
    expect((await inputOf('qwen3-32b', { messages: [injected] })).likely).toBe(
      8 + qwen3.count(injected.content),
    );
  });

  test('thinking turned off is counted', async () => {
    expect((await inputOf('qwen3-32b', { messages: [QUESTION], thinking: false })).likely).toBe(7 + 8 + 4);
  });

  test('a synchronous estimate is the same once the template is loaded', async () => {
    const request = { model: 'llama-3.3-70b', messages: [QUESTION], output: 0 };
    expect(estimateCostSync(request)).toEqual(await estimateCost(request));
  });

  test('a bare prompt is its text', async () => {
    expect((await inputOf('llama-3.3-70b', { prompt: QUESTION.content })).likely).toBe(7);
  });
});
