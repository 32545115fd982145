import { existsSync, readFileSync } from 'node:fs';
import { Template } from '@huggingface/jinja';
import { describe, expect, test } from 'vitest';
import type { NormalRequest } from '../../../src/request/index.js';
import { chatOf } from '../../../src/request/templates/chat-of.js';
import { loadTemplate, type TemplateOptions } from '../../../src/request/templates/index.js';
import type { TemplateFile } from '../../../src/request/templates/template-file.js';
import { EXAMPLES, QUESTION, requestOf } from './example-requests.js';

/** Templates as others publish them. They are no part of this repository: where they are absent, these tests are skipped. */
const FOLDER = '../shared/data/templates';
const VENDORS = [
  ['deepseek-v3', 'lenml_deepseek_v3'],
  ['deepseek-r1', 'hfjs_deepseek-ai_DeepSeek-R1'],
  ['llama-3', 'lenml_llama3'],
  ['llama-3.1', 'hfjs_meta-llama_Llama-3.1-8B-Instruct'],
  ['qwen3', 'lenml_qwen3'],
  ['mistral-v1', 'mistral_v1'],
  ['mistral-v3', 'mistral_v3'],
  ['mistral-v7', 'mistral_v7'],
  ['mistral-v11', 'mistral_v11'],
  ['mistral-v13', 'mistral_v13'],
  ['mistral-v15', 'mistral_v15'],
  ['gemma-3', 'lenml_gemma3'],
  ['gpt-oss', 'gpt-oss'],
] as const;

/** Requests whose turns, spaces and schemas are out of the ordinary. */
const UNUSUAL: readonly NormalRequest[] = [
  requestOf([['user', '  spaces \n\n']]),
  requestOf([
    ['user', 'a'],
    ['user', 'b'],
    ['assistant', 'c'],
    ['assistant', 'd'],
    ['user', 'e'],
  ]),
  requestOf([
    ['system', 'x'],
    ['system', ' y '],
    ['user', QUESTION],
  ]),
  requestOf([
    ['user', QUESTION],
    ['assistant', ''],
    ['user', 'z'],
  ]),
  requestOf([
    ['user', QUESTION],
    ['assistant', 'and so'],
  ]),
  requestOf([
    ['user', 'one', 'two'],
    ['assistant', 'three'],
    ['user', 'four'],
  ]),
  requestOf(
    [['user', QUESTION]],
    [{ kind: 'function', name: 'now', description: 'The time.', path: 'tools[0]' }],
  ),
];

describe.each(VENDORS)('%s', async (name, vendorName) => {
  const path = `${FOLDER}/${vendorName}.jinja`;
  test.skipIf(!existsSync(path))('renders what the published template renders', async () => {
    const template = await loadTemplate(name);
    const { default: file } = (await import(`../../../templates/${name}.js`)) as { default: TemplateFile };
    const vendor = new Template(sourceOf(path));
    let compared = 0;
    const requests = [...Object.values(EXAMPLES), ...UNUSUAL].filter((each) => !isKnownToDiffer(name, each));
    for (const request of requests) {
      for (const options of [{}, { enableThinking: false }, { addGenerationPrompt: false }]) {
        if (name === 'llama-3' && options.addGenerationPrompt === false) continue; // It always begins the answer.
        const ours = outcome(() => template.render(request, { date: new Date(), ...options }));
        const theirs = outcome(() => published(vendor, request, file, options));
        expect(ours === undefined ? ours : comparable(name, ours)).toBe(
          theirs === undefined ? theirs : comparable(name, theirs),
        );
        if (ours !== undefined) compared++;
      }
    }
    expect(compared).toBeGreaterThan(15);
  });
});

/** The copy of gpt-oss has a minus sign too far from its brace, which fails. */
function sourceOf(path: string): string {
  return readFileSync(path, 'utf8').replace('{{ - "{', '{{- "{');
}

function published(
  vendor: Template,
  request: NormalRequest,
  file: TemplateFile,
  { enableThinking, addGenerationPrompt = true }: Partial<TemplateOptions>,
): string {
  const { messages, tools } = chatOf(request, file);
  return vendor.render({
    messages,
    bos_token: file.bos,
    eos_token: file.eos,
    add_generation_prompt: addGenerationPrompt,
    date_string: TODAY,
    ...(tools.length > 0 ? { tools } : {}),
    ...(enableThinking === undefined ? {} : { enable_thinking: enableThinking }),
  });
}

const TODAY = new Date()
  .toLocaleDateString('en-GB', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' })
  .replace('Sept', 'Sep');

/** What was rendered, or `undefined` where it was refused. */
function outcome(render: () => string): string | undefined {
  try {
    return render();
  } catch {
    return undefined;
  }
}

/** The published copy at hand of gpt-oss is an old one: it spells one line another way, and lacks the channel of past answers. */
function comparable(name: string, text: string): string {
  if (name !== 'gpt-oss') return text;
  return text
    .replace('reasoning: medium', 'Reasoning: medium')
    .replace(/Current date: \d{4}-\d\d-\d\d/, 'Current date: today')
    .replace("\nCalls to these tools must go to the commentary channel: 'functions'.", '')
    .replaceAll('<|start|>assistant<|channel|>final<|message|>', '<|start|>assistant<|message|>')
    .replace('<|return|>', '<|end|>');
}

function isKnownToDiffer(name: string, { messages, tools }: NormalRequest): boolean {
  if (name !== 'gpt-oss') return false;
  // Calls and tools without parameters are written in another way there, and a later system message as a user's.
  const hasCalls = messages.some(({ parts }) => parts.some(({ kind }) => kind === 'toolCall'));
  return (
    hasCalls ||
    tools.length > 1 ||
    tools.some(({ parameters }) => !parameters) ||
    messages[1]?.role === 'system'
  );
}
