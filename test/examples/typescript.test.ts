import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sumsIn } from './arithmetic.js';
import { documentExamples, sourceExamples } from './find-examples.js';
import * as given from './given.js';
import { allNames } from './names.js';
import { writeReaderFiles } from './reader-files.js';
import { falseClaims } from './run-example.js';
import { type TypeErrors, typeErrors } from './type-check.js';
import { bareExample, wholeExample } from './whole-example.js';

const NOW = new Date('2026-11-25T12:00:00Z'); // a price of today is that of this instant

/** Files of vendors that examples read; what reads one that is not there is only compiled. */
const LENT = ['mistral_instruct_tokenizer_240323.model.v3'];

const names = await allNames(given);
const examples = [...documentExamples(), ...sourceExamples()]
  .filter(({ language }) => language === 'ts')
  .map((example) => wholeExample(example, names));
const named = examples.map((example) => [`${example.file}:${example.line}`, example] as const);

/** What the compiler must find, with what it says. */
const UNTRUE = [
  [
    "import { loadEncoding } from 'promptcost';\n(await loadEncoding(5)).count(text);",
    [
      "line 2: Argument of type 'number' is not assignable to parameter of type 'string'.",
      "line 2: Cannot find name 'text'.",
    ],
  ],
  [
    "const a = Math.random() > 2 ? 'a' : 'b';\na; // 'a' | 'c'",
    ['the comment lists a, c; the type has a, b'],
  ],
  ["import { o1 } from 'promptcost';", [`line 1: Module '"promptcost"' has no exported member 'o1'.`]],
] as const;
const untrue = UNTRUE.map(([code]) => bareExample(code));

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'promptcost-examples-'));
let errors: TypeErrors;
beforeAll(async () => {
  errors = typeErrors([...examples, ...untrue]);
  await writeReaderFiles(folder);
  process.chdir(folder);
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
}, 120_000);
afterAll(() => {
  vi.useRealTimers();
  process.chdir(root);
  rmSync(folder, { recursive: true });
});

test('what does not compile is found', () => {
  expect(untrue.map((each) => errors.get(each))).toEqual(UNTRUE.map(([, found]) => found));
});

test.each(named)('%s compiles', (_, example) => {
  expect(errors.get(example)).toEqual([]);
});

test.for(named)('%s gives what it shows', async ([, example], context) => {
  const missing = LENT.find((name) => example.code.includes(name) && !existsSync(join(folder, name)));
  if (missing) return context.skip(`Needs ${missing}, which lies beside a clone and not in it.`);
  expect(await falseClaims(example, given)).toEqual([]);
});

test.each(named)('%s adds up', (_, { code }) => {
  const plain = code.replaceAll(',', '');
  const wrong = sumsIn(code).filter(
    ({ total, terms }) => !plain.includes(total) && !terms.every((term) => plain.includes(term)),
  );
  expect(wrong).toEqual([]);
});
