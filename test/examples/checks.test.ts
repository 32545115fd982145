import { expect, test } from 'vitest';
import { sumsIn } from './arithmetic.js';
import { claimsOf } from './claims.js';
import { documentExamples, sourceExamples } from './find-examples.js';
import { falseClaims } from './run-example.js';
import { bareExample as example } from './whole-example.js';

// An exam for the examiner: what it must find in examples that are not true.

test.each([
  ['a wrong number', '1 + 1; // 3', '2, not 3'],
  ['a wrong text', "'0.0012'; // '0.0013'", "'0.0012', not '0.0013'"],
  ['a field that is not there', '({ a: 1 }); // { b: 1, … }', '{ a: 1 }, not { b: 1, … }'],
  ['a field too many', '({ a: 1, b: 2 }); // { a: 1 }', '{ a: 1, b: 2 }, not { a: 1 }'],
  ['an element too many', '[1, 2]; // [1]', '[ 1, 2 ], not [1]'],
  ['another ending', "'abcd'; // 'a…c'", "'abcd', not 'a…c'"],
  ['a wrong value of a name', 'const two = 1 + 1; // 3', '2, not 3'],
  ['a wrong value below', "'a';\n// 'b'", "'a', not 'b'"],
  ['what is never reached', 'if (1 > 2) 3; // 3', 'Never reached: 3'],
  ['no error', '[].at(0);\n// throws: No.', 'It throws nothing, not No.'],
  ['another output', "console.log('a');\n// b", 'It prints\na'],
])('%s is found', async (_, code, problem) => {
  expect(await falseClaims(example(code), {})).toEqual([problem]);
});

test.each([
  [
    '1 + 1; // 2',
    "'a' + 'b'; // 'ab': both",
    '[1, 2, 3]; // [1, …]',
    '({ a: { b: [] } }); // { a: …, }',
    'undefined; // undefined as yet',
  ],
])('what is true is not reported', async (...codes) => {
  for (const code of codes) expect(await falseClaims(example(code), {})).toEqual([]);
});

test('a comment that begins like a value and is none is refused', () => {
  expect(() => claimsOf('1; // { a: 1, b }')).toThrow('A comment begins like a value and is none');
  expect(() => claimsOf('1; // 1× as much')).toThrow('A comment begins like a value and is none');
  expect(claimsOf('1; // the first\n2; // 1,000 × $15/M')).toEqual([]);
});

test('sums are worked out exactly', () => {
  expect(sumsIn('// 1,000 × $0.55/M + 500 × $2.19/M')).toEqual([
    { sum: '1,000 × $0.55/M + 500 × $2.19/M', total: '0.001645', terms: ['0.00055', '0.001095'] },
  ]);
  expect(sumsIn('$0.05 − 1,000 × $15/M')[0]!.total).toBe('0.035');
});

test('examples are found where they stand', () => {
  const found = [...documentExamples(), ...sourceExamples()];
  expect(found.filter(({ file }) => file === 'README.md').length).toBeGreaterThan(10);
  const estimate = found.find(({ file }) => file === 'src/estimate/create-estimator.ts')!;
  expect(estimate.code.startsWith('const estimator = createEstimator({ now')).toBe(true);
});
