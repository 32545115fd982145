import { type Ingredients, several } from './ingredients.js';

const WORDS = [
  'const',
  'function',
  'return',
  'HTTPServer',
  'getElementById',
  'snake_case',
  'i',
  'XMLHttpRequest2',
  '__init__',
];
const MARKS = [
  '(',
  ')',
  '{',
  '}',
  '[]',
  ' => ',
  ' = ',
  ';',
  ',',
  '.',
  '::',
  '->',
  '/*',
  '*/',
  '//',
  '"',
  "'",
  '`',
  '${',
  '!=',
  '<',
  '/>',
];
const BREAKS = ['\n', '\n\n', '\r\n', '\n    ', '\n\t\t', ' ', '  ', '/\n', '//\n', ';\n}\n'];
const LITERALS = [
  '0x7fff',
  '1_000_000',
  '3.14e-10',
  "'it''s'",
  '"\\u00e9"',
  '/[a-z]+/gi',
  '#fff',
  '@decorator',
  '&amp;',
  '%s',
];

/** Program text, none of it in any language. */
export function code({ random }: Ingredients): string {
  return several(random, 2, 30, () => random.pick(random.pick([WORDS, MARKS, MARKS, BREAKS, LITERALS])));
}
