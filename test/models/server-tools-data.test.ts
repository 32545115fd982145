import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { serverToolRule } from '../../src/models/index.js';
import { serverToolsSchema } from '../../src/models/server-tools-schema.js';

const file = JSON.parse(
  readFileSync(new URL('../../src/models/data/server-tools.json', import.meta.url), 'utf8'),
);

it('the tools of providers have the shape of their file, and likeness leads to figures', () => {
  const rules = serverToolsSchema.parse(file);
  for (const rule of Object.values(rules)) {
    if ('like' in rule) expect(rules[rule.like]).toHaveProperty('result');
  }
});

it.each([
  ['web_search_20260209', 'webSearch'],
  ['web_search_preview_2025_03_11', 'webSearch'],
  ['googleSearchRetrieval', 'webSearch'],
  ['fileSearch', 'fileSearch'],
  ['codeExecution', 'codeExecutionHour'],
  ['urlContext', undefined],
  ['mcp_toolset', undefined],
])('%s is known, and billed by %s', (type, meter) => {
  const rule = serverToolRule(type)!;
  expect(rule.result).toHaveLength(3);
  expect(rule.meter).toBe(meter);
});

it.each(['bash_20250124', 'toString', '__proto__', '', 'unknown'])('%j is none of them', (type) => {
  expect(serverToolRule(type)).toBeUndefined();
});
