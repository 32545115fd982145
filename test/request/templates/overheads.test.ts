import { describe, expect, test } from 'vitest';
import { loadEncoding } from '../../../src/encodings/index.js';
import { countPrompt, loadTemplate, type TemplateOptions } from '../../../src/request/templates/index.js';
import { GET_WEATHER, QUESTION, requestOf, SYSTEM } from './example-requests.js';

const DATE = new Date('2024-07-26');
const QUESTION_TOKENS = 7;
const SYSTEM_TOKENS = 6;

describe('tokens that a template adds', () => {
  test.each([
    // The first sentence alone, then with a system message before it.
    ['deepseek-v3', 3, 3], // begin, User, Assistant
    ['deepseek-r1', 3, 3],
    ['deepseek-v3.1', 4, 4], // and </think>
    ['llama-3', 10, 15],
    ['llama-3.1', 35, 35], // the system block with its two dates is always there
    ['qwen3', 8, 13],
    ['mistral-v3', 3, 3], // the system message is in the user's
    ['mistral-v7', 3, 5],
    ['mistral-v11', 3, 5],
    ['mistral-v13', 3, 5],
    ['mistral-v15', 15, 17], // model settings
    ['gpt-oss', 67, 74],
  ] as const)('%s: %i to a question, %i to one with a system message', async (name, alone, withSystem) => {
    expect(await added(name, {})).toBe(alone);
    expect(await added(name, {}, true)).toBe(withSystem);
  });

  test('are more where the answer begins by thinking, or by not thinking', async () => {
    expect(await added('qwen3', { enableThinking: false })).toBe(8 + 4); // <think>, two line breaks, </think>, two line breaks
    expect(await added('qwen3', { enableThinking: true })).toBe(8);
    expect(await added('deepseek-r1', { enableThinking: true })).toBe(3 + 2); // <think> and a line break
    expect(await added('deepseek-v3.1', { enableThinking: true })).toBe(4); // <think> instead of </think>
  });

  test('do not depend on the day', async () => {
    for (const date of ['2024-02-29', '2026-11-05', '2031-12-31']) {
      expect(await added('llama-3.1', { date: new Date(date) })).toBe(35);
      expect(await added('gpt-oss', { date: new Date(date) })).toBe(67);
    }
  });

  test('a definition of a tool is written by the templates that say so', async () => {
    for (const [name, writes] of [
      ['deepseek-r1', false],
      ['deepseek-v3.1', true],
      ['llama-3', false],
      ['llama-3.1', true],
      ['qwen3', true],
      ['mistral-v3', true],
      ['gpt-oss', true],
    ] as const) {
      const template = await loadTemplate(name);
      const prompt = template.prompt(requestOf([['user', QUESTION]], [GET_WEATHER]), { date: DATE });
      expect(template.writesTools, name).toBe(writes);
      expect(prompt.text.includes('get_weather'), name).toBe(writes);
      expect(prompt.omitted, name).toEqual(writes ? [] : ['tools[0]']);
    }
  });
});

async function added(name: string, options: Partial<TemplateOptions>, hasSystem = false): Promise<number> {
  const template = await loadTemplate(name);
  const encoding = await loadEncoding(template.encoding);
  expect([encoding.count(QUESTION), encoding.count(SYSTEM)]).toEqual([QUESTION_TOKENS, SYSTEM_TOKENS]);
  const request = requestOf(
    hasSystem
      ? [
          ['system', SYSTEM],
          ['user', QUESTION],
        ]
      : [['user', QUESTION]],
  );
  const tokens = countPrompt(template.prompt(request, { date: DATE, ...options }), encoding);
  return tokens - QUESTION_TOKENS - (hasSystem ? SYSTEM_TOKENS : 0);
}
