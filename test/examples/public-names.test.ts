import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FUNCTIONS, VOCABULARIES } from './entries.js';
import { filesUnder } from './find-examples.js';

/** Published under another name than the one it has where it is made. */
const MADE_AS: Readonly<Record<string, string>> = {
  'promptcost/tokenize fromCompiled': 'portableFromCompiled',
};

const sources = filesUnder('src', '.ts').map((file) => readFileSync(file, 'utf8'));

/** The doc comment above the declaration of a name, which an encoding's module exports after it. */
function documentation(name: string): string {
  const comment = String.raw`(/\*\*(?:(?!\*/)[\s\S])*\*/)\s*`;
  const exported = new RegExp(String.raw`${comment}export (?:async )?(?:function|class|const) ${name}\b`);
  const encoding = new RegExp(`${comment}const ${name}: StreamingEncoding`);
  const found = sources.map((text) => (exported.exec(text) ?? encoding.exec(text))?.[1]);
  return found.find((each) => each !== undefined) ?? '';
}

const names: string[] = [...VOCABULARIES];
for (const [subpath, file] of FUNCTIONS) {
  const module: object = await import(/* @vite-ignore */ `../../${file}`);
  for (const name of Object.keys(module)) names.push(MADE_AS[`${subpath} ${name}`] ?? name);
}

test.each([...new Set(names)])('%s has an example', (name) => {
  expect(documentation(name)).toContain('@example');
});
