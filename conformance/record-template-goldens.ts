/**
 * Records how many tokens the references count in the prompts that the chat templates render, into `fixtures/templates/`: the tests
 * compare with it, so that they need no reference installed. `npx tsx conformance/record-template-goldens.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { PromptCostError } from '../src/errors/index.js';
import { listModels, modelRecord } from '../src/models/index.js';
import type { NormalRequest } from '../src/request/index.js';
import { loadTemplate, type TemplateOptions, templateNames } from '../src/request/templates/index.js';
import { sha256 } from '../tokenizers/build/sha256.js';
import { referenceFor } from './references/index.js';

const DATE = '2024-07-26';
const VARIANTS: readonly (readonly [string, Omit<TemplateOptions, 'date'>])[] = [
  ['', {}],
  ['thinking', { enableThinking: true }],
  ['not thinking', { enableThinking: false }],
  ['high effort', { effort: 'high' }],
  ['no answer begun', { addGenerationPrompt: false }],
];

const folder = new URL('../fixtures/templates/', import.meta.url);
const requests: Readonly<Record<string, NormalRequest>> = JSON.parse(
  readFileSync(new URL('requests.json', folder), 'utf8'),
);

for (const name of templateNames) {
  const template = await loadTemplate(name);
  const { default: file } = await import(`../templates/${name}.js`);
  const reference = referenceFor(template.encoding);
  const rows: { request: string; options: object; text: string; omitted?: readonly string[] }[] = [];
  const refused: { request: string; message: string }[] = [];
  for (const [request, normal] of Object.entries(requests)) {
    // The other options are recorded where the whole conversation is.
    for (const [, options] of request === 'conversation' ? VARIANTS : VARIANTS.slice(0, 1)) {
      try {
        const { text, omitted } = template.prompt(normal, { date: new Date(DATE), ...options });
        rows.push({ request, options, text, ...(omitted.length > 0 ? { omitted } : {}) });
      } catch (error) {
        if (!(error instanceof PromptCostError)) throw error;
        refused.push({ request, message: error.message });
      }
    }
  }
  const texts = rows.map(({ text }) => text);
  const ids = await reference.encodeAllNamed(texts, file.controls);
  // Some models kept the format of their forerunners with another vocabulary.
  const others = await Promise.all(
    encodingsOf(name)
      .filter((encoding) => encoding !== template.encoding)
      .map(async (encoding) => {
        const all = await referenceFor(encoding).encodeAllNamed(texts, file.controls);
        return [encoding, all.map(({ length }) => length)] as const;
      }),
  );
  const recorded = rows.map(({ text, ...row }, index) => ({
    ...row,
    sha256: sha256(text),
    tokens: ids[index]!.length,
  }));
  const golden = {
    template: name,
    encoding: template.encoding,
    reference: reference.name,
    vocabulary: reference.vocabulary,
    date: DATE,
    prompts: recorded,
    others: Object.fromEntries(others),
    refused,
  };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(golden, null, 1)}\n`);
  console.log(`${name}: ${rows.length} prompts by ${reference.name}`);
}

/** The encodings of the models that name a template. */
function encodingsOf(template: string): string[] {
  const records = listModels().map(({ model }) => modelRecord(model)!);
  const naming = records.filter((record) => record.template === template);
  return [...new Set(naming.map(({ encoding }) => encoding))];
}
