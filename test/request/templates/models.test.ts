import { expect, test } from 'vitest';
import { listModels, modelRecord } from '../../../src/models/index.js';
import { loadTemplate, templateNames } from '../../../src/request/templates/index.js';

const records = listModels().map(({ model }) => modelRecord(model)!);

test('every template that a model names is in the package', () => {
  const named = new Set(records.flatMap(({ template = [] }) => template));
  expect([...named].filter((name) => !templateNames.includes(name))).toEqual([]);
  // No model is known well enough to name one of these.
  const unnamed = templateNames.filter((name) => !named.has(name));
  expect(unnamed).toEqual(['mistral-v11', 'mistral-v13', 'mistral-v15']);
});

test('a model counts with the encoding of its template, or with that of Mistral before Tekken', async () => {
  for (const { id, template, encoding } of records) {
    if (template === undefined) continue;
    const { encoding: expected } = await loadTemplate(template);
    // Mistral kept its formats when it changed its vocabulary.
    const either = template.startsWith('mistral') ? ['mistral_v1', 'tekken'] : [expected];
    expect(either, id).toContain(encoding);
  }
});

test('the models of the news story have one', () => {
  expect(modelRecord('deepseek-r1')?.template).toBe('deepseek-r1');
  expect(modelRecord('llama-3.3-70b')?.template).toBe('llama-3.1');
});
