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
  'ba++|c*?',
  'a+b*(?:c{1,3}d)?e{0,9}',
  '(?:a+|bc)',
  String.raw`<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+`,
  String.raw`\s?\p{L}+`,
  ' {2,}',
])('%s is safe as well', (pattern) => expect(() => assertSafePattern(pattern)).not.toThrow());

test.each([
  '(a+)+',
  '(a|b)*',
  '(a?){9}',
  'a*b',
  'a+$',
  'a++b',
  'a+(?:b*c)?',
  '(?:a+|b)c',
  '(?:a+)?b',
  'a{33}',
  '(?!a+)b',
  '(?=a{1,99})b',
  'a+(?=b)',
  String.raw`(?:a?)\G{30}`,
  String.raw`\s*[\r\n]+|\s|\s+`,
  `${'(?:a|b)'.repeat(9)}`,
  'a'.repeat(3_000),
  'a{1,99}b+',
  '(a)\\1',
  '(?<=a)b',
  'a{1,3}+',
  'a**',
  '((a|b)c)+',
])('%s is not', (pattern) =>
  expect(() => assertSafePattern(pattern)).toThrow(/The tokenizer\.json cannot be used/),
);
