import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterVocabulary } from '../../src/encodings/compile/character-vocabulary.js';
import { compact } from '../../src/encodings/compile/compact.js';
import type { Vocabulary } from '../../src/encodings/compile/vocabulary.js';
import { writeBytes } from '../../src/encodings/compile/write-bytes.js';
import { PromptCostError } from '../../src/errors/index.js';
import { compilePattern, kernelEncoding, portableFromCompiled } from '../../src/tokenize/index.js';
import { PATTERNS } from '../../tokenizers/build/patterns.js';
import { sourceOf } from './sentencepiece.js';

const BYTES = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
const WORDS = [
  'ab',
  'he',
  'll',
  'hell',
  'hello',
  ' w',
  'or',
  ' wor',
  'ld',
  ' world',
  '  ',
  '    ',
  'aa',
  'aaaa',
];
const machine = compilePattern(PATTERNS.cl100k);
const TEXT = 'hello  world, abc 你好 ▁▁ \n\n 123 <s>\u0000 ünï hello<|end|>';
const LONG = `${'a'.repeat(100)}${'hello'.repeat(40)}${' '.repeat(120)}<b>  x  `;

function byteLevel(tokens: readonly string[]): Uint8Array {
  const all = [...BYTES, ...tokens];
  const ids = all.map((_, rank) => (rank < 256 ? rank : rank + 10));
  const specials = { '<|end|>': 999, '<s>': 1_000 };
  const vocabulary: Vocabulary = { tokens: all, ids, specials, normalizer: 'nfc', merges: undefined };
  const description = { name: 'small', pattern: PATTERNS.cl100k, wholePieces: true, machine };
  return writeBytes(description, vocabulary, compact(vocabulary));
}

function characters(prefix: '' | ' '): Uint8Array {
  const merges = ['h e', 'l l', 'he ll', 'hell o', '▁ w', 'o r', '▁w or', '▁ ▁', 'a a', 'aa aa'];
  const blocks = prefix === '' ? ['\n', '\n\n', '\t', '<b>', '▁▁▁'] : [];
  const vocabulary = characterVocabulary(sourceOf('▁helowrabcd你好', merges, { prefix, blocks }));
  const description = { name: 'small', pattern: '', wholePieces: false, machine: new Uint8Array(0) };
  return writeBytes(description, vocabulary, compact(vocabulary));
}

const SMALL: readonly (readonly [string, Uint8Array])[] = [
  ['byte-level', byteLevel(WORDS)],
  ['byte-level with a token that no merge makes', byteLevel([...WORDS, 'xyzzy', 'lo, wo'])],
  ['SentencePiece with blocks', characters('')],
  ['SentencePiece with a prefix', characters(' ')],
];

/** Everything an encoding does; throws what is no `PromptCostError`. */
function use(open: (bytes: Uint8Array) => ReturnType<typeof kernelEncoding>, bytes: Uint8Array): number {
  try {
    const encoding = open(bytes);
    const counter = encoding.counter({ specialTokens: 'special' });
    for (const chunk of [TEXT, LONG]) counter.push(chunk);
    counter.finish();
    encoding.decode(encoding.encode(TEXT + LONG));
    for (const token of encoding.tokens(TEXT, { specialTokens: 'special' }))
      expect(token.start).toBeLessThan(99);
    encoding.truncate(TEXT, 3);
    encoding.countUpTo(LONG, 4);
    return encoding.count(TEXT) + encoding.count(LONG, { specialTokens: 'special' });
  } catch (error) {
    if (!(error instanceof PromptCostError)) throw error;
    expect(error.message).not.toContain('"size"');
    return -1;
  }
}

/** Bytes changed, cut off or put in, mostly in the header. */
function damage(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const last = bytes.length - 1;
  const header = 8 + new DataView(bytes.buffer).getUint32(4, true);
  const place = fc.oneof(
    fc.nat(header),
    fc.nat(header),
    fc.nat(last),
    fc.integer({ min: header, max: last }),
  );
  const byte = fc.oneof(
    fc.nat(255),
    fc.constantFrom(...new TextEncoder().encode('0123456789-,[]{}":e.ntrue')),
  );
  const edit = fc.oneof(
    { weight: 8, arbitrary: fc.record({ at: place, byte, kind: fc.constant('change' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ at: place, byte, kind: fc.constantFrom('cut' as const, 'insert' as const) }),
    },
  );
  return fc.array(edit, { minLength: 1, maxLength: 5 }).map((edits) => {
    const damaged = [...bytes];
    for (const { at, byte: value, kind } of edits) {
      if (kind === 'cut') damaged.splice(at);
      else if (kind === 'insert') damaged.splice(at, 0, value);
      else if (at < damaged.length) damaged[at] = value;
    }
    return Uint8Array.from(damaged);
  });
}

/** The header with values replaced at some places, read as JSON again; the tables damaged, too, or whole. */
function rewritten(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const end = 8 + new DataView(bytes.buffer).getUint32(4, true);
  const text = new TextDecoder().decode(bytes.subarray(8, end));
  const leaves = [
    ...text.matchAll(/(?<=[:[,])(?:-?\d+|true|false|null|"[^"]*"(?!:)|\[(?:[\d,[\]]*)\])(?=[,\]}])/g),
  ];
  const value = fc.oneof(
    fc.constantFrom(
      '0',
      '1',
      '2',
      '255',
      '256',
      '-1',
      '1.5',
      '1e308',
      'null',
      '"x"',
      'true',
      'false',
      '{}',
      '[]',
    ),
    fc.constantFrom(
      '[[0,1]]',
      '[[0,256]]',
      '[[3,2]]',
      '[[5,9],[0,3]]',
      '[[1e9,1]]',
      '524287',
      '524288',
      '16777216',
    ),
    fc.nat(400).map(String),
  );
  const edits = fc.array(fc.tuple(fc.nat(leaves.length - 1), value), { maxLength: 3 });
  const tables = fc.array(fc.tuple(fc.integer({ min: end, max: bytes.length - 1 }), fc.nat(255)), {
    maxLength: 3,
  });
  return fc.tuple(edits, tables).map(([changes, damages]) => {
    const rest = bytes.slice();
    for (const [at, byte] of damages) rest[at] = byte;
    let header = text;
    for (const [leaf, to] of [...changes].sort(([a], [b]) => b - a)) {
      const { index, 0: from } = leaves[leaf]!;
      header = `${header.slice(0, index)}${to}${header.slice(index + from.length)}`;
    }
    const json = new TextEncoder().encode(header);
    const whole = new Uint8Array(8 + json.length + bytes.length - end);
    whole.set(rest.subarray(0, 8));
    new DataView(whole.buffer).setUint32(4, json.length, true);
    whole.set(json, 8);
    whole.set(rest.subarray(end), 8 + json.length);
    return whole;
  });
}

for (const [name, bytes] of SMALL) {
  test(`${name}: damaged bytes are an error with a code, or count and end`, () => {
    expect(use(kernelEncoding, bytes)).toBe(use(portableFromCompiled, bytes));
    expect(use(kernelEncoding, bytes)).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.oneof(damage(bytes), rewritten(bytes)), (damaged) => {
        for (const open of [kernelEncoding, portableFromCompiled])
          expect(use(open, damaged)).toBeGreaterThanOrEqual(-1);
      }),
      { numRuns: 300 },
    );
  });
}
