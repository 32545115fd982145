/**
 * Records what the references make of some hostile strings and of the sample prompts, into `fixtures/golden/`: the tests compare with
 * it, so that they need no reference installed. `npx tsx conformance/record-goldens.ts`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { encodingNames } from '../src/encodings/index.js';
import { referenceFor } from './references/index.js';
import { assignedRanges, hostileStrings } from './strings/index.js';
import { wordsOf } from './strings/words-of.js';

const SEED = 2;
const STRINGS = 280;
const LONGEST = 64; // UTF-16 units: a failure should fit a screen

const folder = new URL('../fixtures/', import.meta.url);
const prompts = readdirSync(new URL('prompts/', folder)).map((file) =>
  readFileSync(new URL(`prompts/${file}`, folder), 'utf8'),
);
const assigned = await assignedRanges();
mkdirSync(new URL('golden/', folder), { recursive: true });
for (const name of encodingNames) {
  const reference = referenceFor(name);
  const texts = new Set(prompts);
  for (const { text } of hostileStrings(20 * STRINGS, SEED, { assigned, ...wordsOf(name) })) {
    if (texts.size < STRINGS + prompts.length && text.length <= LONGEST) texts.add(text);
  }
  const all = [...texts];
  const ids = await reference.encodeAll(all);
  const rows = all.map((text, index) => `  ${JSON.stringify([text, ids[index]])}`);
  const head = `"encoding": "${name}",\n "reference": "${reference.name}",\n "vocabulary": "${reference.vocabulary}"`;
  writeFileSync(
    new URL(`golden/${name}.json`, folder),
    `{\n ${head},\n "strings": [\n${rows.join(',\n')}\n ]\n}\n`,
  );
  console.log(`${name}: ${rows.length} strings by ${reference.name}`);
}
