import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesUnder } from './find-examples.js';
import { ENTRIES } from './whole-example.js';

/** Published under another name than the one it has where it is made. */
const MADE_AS: Readonly<Record<string, string>> = {
  'promptcost/tokenize fromCompiled': 'portableFromCompiled',
};

const sources = filesUnder('src', '.ts').map((file) => readFileSync(file, 'utf8'));

/** The doc comment above the declaration of a name. */
function documentation(name: string): string {
  const declaration = new RegExp(
    String.raw`(/\*\*(?:(?!\*/)[\s\S])*\*/)\s*export (?:async )?(?:function|class|const) ${name}\b`,
  );
  return sources.map((text) => declaration.exec(text)?.[1]).find((comment) => comment !== undefined) ?? '';
}

const names: string[] = [];
for (const [subpath, file] of ENTRIES) {
  if (subpath.startsWith('promptcost/encodings/')) continue;
  const module: object = await import(/* @vite-ignore */ `../../${file}`);
  for (const name of Object.keys(module)) names.push(MADE_AS[`${subpath} ${name}`] ?? name);
}

test.each([...new Set(names)])('%s has an example', (name) => {
  expect(documentation(name)).toContain('@example');
});
