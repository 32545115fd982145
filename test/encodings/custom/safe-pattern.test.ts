import { expect, test } from 'vitest';
import { assertSafePattern } from '../../../src/encodings/custom/safe-pattern.js';
import { PATTERNS } from '../../../tokenizers/build/patterns.js';

test.each(Object.entries(PATTERNS).filter(([name]) => name !== 'deepseek'))(
  'the pattern of %s is safe for a backtracking engine',
  (_, pattern) => expect(() => assertSafePattern(pattern)).not.toThrow(),
);

test.each([
  ' ?[^(\\s|[.,!?…。，、।۔،])]+',
  String.raw`\p{N}{1,3}`,
  String.raw`[\(\)\[\]{}]|([!"\#\$%\&'\*\+,\-./:;<=>?\\\^_\x60\|~])\1?`.replace(String.raw`\1?`, ''),
  String.raw`\s+(?!\S)|\s+`,
  'a++b|c*?',
])('%s is safe as well', (pattern) => expect(() => assertSafePattern(pattern)).not.toThrow());

test.each([
  '(a+)+',
  '(a|b)*',
  '(a?){9}',
  'a*b*',
  'a{1,99}b+',
  '(a)\\1',
  '(?<=a)b',
  'a{1,3}+',
  'a**',
  '((a|b)c)+',
])('%s is not', (pattern) =>
  expect(() => assertSafePattern(pattern)).toThrow(/The tokenizer\.json cannot be used/),
);
