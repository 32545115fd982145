import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compilePack, loadEncoding, packNamed } from '../../../src/encodings/index.js';
import {
  countPrompt,
  loadTemplate,
  type TemplateOptions,
  templateNames,
} from '../../../src/request/templates/index.js';
import { type Encoding, fromCompiled } from '../../../src/tokenize/index.js';
import { CACHE } from '../../../tokenizers/build/read-origin.js';
import { sha256 } from '../../../tokenizers/build/sha256.js';
import { EXAMPLES } from './example-requests.js';

interface Golden {
  readonly template: string;
  readonly encoding: string;
  readonly date: string;
  readonly prompts: readonly {
    readonly request: string;
    readonly options: Omit<TemplateOptions, 'date'>;
    readonly sha256: string;
    readonly tokens: number;
    readonly omitted?: readonly string[];
  }[];
  /** Tokens of the same prompts with the vocabularies of other models that name the template. */
  readonly others: Readonly<Record<string, readonly number[]>>;
  readonly refused: readonly { readonly request: string; readonly message: string }[];
}

/** Examples that a template refuses. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'gemma-3': ['called', 'answered', 'calledTwice'], // results of tools
  'mistral-v1': ['called', 'answered', 'calledTwice'],
  'llama-3.1': ['calledTwice'], // two calls at once
};

describe.each(templateNames)('%s', async (name) => {
  const golden: Golden = JSON.parse(readFileSync(`fixtures/templates/${name}.json`, 'utf8'));
  const template = await loadTemplate(name);
  const encoding = await encodingOf(golden.encoding);

  test('renders the prompts that the reference counted', () => {
    expect(golden.prompts.length).toBeGreaterThan(9);
    for (const { request, options, omitted = [], ...recorded } of golden.prompts) {
      const all = { date: new Date(golden.date), ...options };
      const prompt = template.prompt(EXAMPLES[request]!, all);
      expect({ request, sha256: sha256(prompt.text) }).toEqual({ request, sha256: recorded.sha256 });
      expect(prompt.pieces.map(({ text }) => text).join('')).toBe(prompt.text);
      expect(template.render(EXAMPLES[request]!, all)).toBe(prompt.text);
      expect(prompt.omitted).toEqual(omitted);
    }
  });

  test.skipIf(!encoding)('counts as the reference does', () => {
    for (const { request, options, tokens } of golden.prompts) {
      const prompt = template.prompt(EXAMPLES[request]!, { date: new Date(golden.date), ...options });
      expect({ request, options, tokens: countPrompt(prompt, encoding!) }).toEqual({
        request,
        options,
        tokens,
      });
    }
  });

  for (const [other, tokens] of Object.entries(golden.others)) {
    test(`counts with ${other} as its reference does`, async () => {
      const own = await loadEncoding(other);
      const counted = golden.prompts.map(({ request, options }) =>
        countPrompt(template.prompt(EXAMPLES[request]!, { date: new Date(golden.date), ...options }), own),
      );
      expect(counted).toEqual(tokens);
    });
  }

  test('refuses what it has no form for, and nothing else', () => {
    expect(golden.refused.map(({ request }) => request)).toEqual(REFUSED[name] ?? []);
    for (const { request, message } of golden.refused) {
      expect(() => template.prompt(EXAMPLES[request]!, { date: new Date(golden.date) })).toThrow(message);
    }
  });
});

/** A pack is compiled from its origin where that has been fetched before; there is none elsewhere. */
async function encodingOf(name: string): Promise<Encoding | undefined> {
  const pack = packNamed(name);
  if (!pack) return loadEncoding(name);
  const folder = `${pack.package.replace(/^@/, '').replace('/', '-')}-${pack.version}`;
  const path = join(CACHE, folder, 'package', pack.file);
  return existsSync(path) ? fromCompiled(compilePack(pack, readFileSync(path, 'utf8'))) : undefined;
}
