import { describe, expect, test } from 'vitest';
import { PromptCostError } from '../../../src/errors/index.js';
import type { NormalRequest } from '../../../src/request/index.js';
import { loadTemplate, type TemplateOptions } from '../../../src/request/templates/index.js';
import { GET_WEATHER, requestOf } from './example-requests.js';

const DATE = new Date('2024-07-26');
const SECRET = 'the text of a prompt';

async function refusal(
  name: string,
  request: NormalRequest,
  options: Partial<TemplateOptions> = {},
): Promise<string> {
  const template = await loadTemplate(name);
  try {
    template.prompt(request, { date: DATE, ...options });
  } catch (error) {
    expect(error).toBeInstanceOf(PromptCostError);
    expect((error as Error).message).not.toContain(SECRET);
    return `${(error as PromptCostError).code}: ${(error as Error).message}`;
  }
  return 'none';
}

const call = { kind: 'toolCall', id: 'c1', name: 'get_weather', arguments: '{}' };
const result = { kind: 'toolResult', id: 'c1', parts: [{ kind: 'text', text: SECRET, path: '' }] };

describe('a request that a template refuses names the template and the rule', () => {
  test('a role without a form', async () => {
    expect(
      await refusal(
        'gemma-3',
        requestOf([
          ['user', SECRET],
          ['assistant', call],
          ['tool', result],
        ]),
      ),
    ).toMatchInlineSnapshot(
      `"invalid-input: The template gemma-3 has no role "tool" (messages[2]). It has: system, user, assistant."`,
    );
    expect(await refusal('qwen3', requestOf([['critic', SECRET]]))).toMatchInlineSnapshot(
      `"invalid-input: The template qwen3 has no role "critic" (messages[0]). It has: system, user, assistant, tool."`,
    );
  });

  test('an order of turns', async () => {
    expect(
      await refusal(
        'gemma-3',
        requestOf([
          ['user', SECRET],
          ['user', SECRET],
        ]),
      ),
    ).toMatchInlineSnapshot(
      `"invalid-input: The template gemma-3 refuses this request: after the system message, user and assistant alternate."`,
    );
    expect(await refusal('mistral-v1', requestOf([['assistant', SECRET]]))).toMatchInlineSnapshot(
      `"invalid-input: The template mistral-v1 refuses this request: the first message but the system message is from the user."`,
    );
    expect(await refusal('mistral-v7', requestOf([['assistant', SECRET]]))).toMatchInlineSnapshot(
      `"invalid-input: The template mistral-v7 refuses this request: the first message is from the user or the system."`,
    );
    expect(
      await refusal(
        'mistral-v13',
        requestOf([
          ['user', SECRET],
          ['tool', result],
        ]),
      ),
    ).toMatchInlineSnapshot(
      `"invalid-input: The template mistral-v13 refuses this request: a result of a tool follows its call."`,
    );
    expect(
      await refusal(
        'gpt-oss',
        requestOf([
          ['user', SECRET],
          ['system', SECRET],
        ]),
      ),
    ).toMatchInlineSnapshot(
      `"invalid-input: The template gpt-oss refuses this request: the system message is the first."`,
    );
  });

  test('calls', async () => {
    expect(
      await refusal(
        'llama-3.1',
        requestOf([
          ['user', SECRET],
          ['assistant', call, call],
        ]),
      ),
    ).toMatchInlineSnapshot(
      `"invalid-input: The template llama-3.1 refuses this request: a message makes one call at a time."`,
    );
    expect(await refusal('llama-3.1', requestOf([], [GET_WEATHER]))).toMatchInlineSnapshot(
      `"invalid-input: The template llama-3.1 refuses this request: tools stand in the first user message, and there is none."`,
    );
    expect(
      await refusal(
        'mistral-v3',
        requestOf([
          ['user', SECRET],
          ['assistant', SECRET, call],
        ]),
      ),
    ).toMatchInlineSnapshot(
      `"invalid-input: The template mistral-v3 refuses a message that has both text and calls of tools (messages[1].content[1])."`,
    );
  });

  test('options', async () => {
    expect(
      await refusal('gpt-oss', requestOf([['user', SECRET]]), { effort: 'utmost' }),
    ).toMatchInlineSnapshot(
      `"invalid-input: The template gpt-oss has no effort "utmost". It has: low, medium, high."`,
    );
    expect(
      await refusal('llama-3.1', requestOf([['user', SECRET]]), { date: new Date('never') }),
    ).toMatchInlineSnapshot(
      `"invalid-instant: A chat template that writes the date needs a valid Date in date."`,
    );
  });

  test('a schema that is no data', async () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const tool = { ...GET_WEATHER, parameters: circular };
    expect(await refusal('qwen3', requestOf([['user', SECRET]], [tool]))).toMatchInlineSnapshot(
      `"invalid-input: The parameters of tools[0] are no JSON, or nest deeper than 200 levels."`,
    );
    let deep: object = {};
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(
      await refusal('qwen3', requestOf([['user', SECRET]], [{ ...GET_WEATHER, parameters: deep }])),
    ).toContain('nest deeper than 200 levels');
  });

  test('an unknown template', async () => {
    await expect(loadTemplate('qwen9')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[PromptCostError: No chat template "qwen9". There are: deepseek-v3, deepseek-r1, deepseek-v3.1, llama-3, llama-3.1, qwen3, mistral-v1, mistral-v3, mistral-v7, mistral-v11, mistral-v13, mistral-v15, gemma-3, gpt-oss.]`,
    );
    await expect(loadTemplate('toString')).rejects.toMatchObject({ code: 'unknown-template' });
  });
});
