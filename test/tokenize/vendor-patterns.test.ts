import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../src/tokenize/pattern/compile-pattern.js';
import { classPoints, propertySet } from '../../src/tokenize/pattern/properties.js';
import { readMachine } from '../../src/tokenize/pretokenize/piece-machine.js';
import { preTokenizer } from '../../src/tokenize/pretokenize/scan.js';
import { hostileText } from './hostile-text.js';

/** White_Space as JavaScript's own classes can spell it: its `\s` has U+FEFF, and has not U+0085. */
const SPACE = String.raw`\t-\r\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const BLANKS = String.raw`[${SPACE}]*[\r\n]+|[${SPACE}]+(?![^${SPACE}])|[${SPACE}]+`;
const CONTRACTION = "'(?:[sSſ]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])";

const PREFIX = String.raw`[^\r\n\p{L}\p{N}]?`;
const UPPER = String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]]`;
const LOWER = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}&&[^\p{Han}]]`;
const ENDING = "(?i:'s|'t|'re|'ve|'m|'ll|'d)?";
const HEAD = String.raw`(?:(?!\p{sc=Han})[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}])`;
const TAIL = String.raw`(?:(?!\p{sc=Han})[\p{Ll}\p{Lm}\p{Lo}\p{M}])`;

/** Patterns that users bring, as their vendors write them, and as a backtracking engine reads them; none of them is bundled. */
const PATTERNS: readonly (readonly [name: string, pattern: string, expression: string])[] = [
  [
    'tiktoken 0.14 for cl100k_base',
    String.raw`'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s`,
    String.raw`${CONTRACTION}|${PREFIX}\p{L}+|\p{N}{1,3}| ?[^${SPACE}\p{L}\p{N}]+[\r\n]*|[${SPACE}]+$|[${SPACE}]*[\r\n]|[${SPACE}]+(?![^${SPACE}])|[${SPACE}]`,
  ],
  [
    'tiktoken 0.14 for r50k_base',
    String.raw`'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s`,
    String.raw`'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^${SPACE}\p{L}\p{N}]+|[${SPACE}]+$|[${SPACE}]+(?![^${SPACE}])|[${SPACE}]`,
  ],
  [
    'Kimi K2',
    String.raw`[\p{Han}]+|${PREFIX}${UPPER}*${LOWER}+${ENDING}|${PREFIX}${UPPER}+${LOWER}*${ENDING}|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    String.raw`\p{sc=Han}+|${PREFIX}${HEAD}*${TAIL}+(?:${CONTRACTION})?|${PREFIX}${HEAD}+${TAIL}*(?:${CONTRACTION})?|\p{N}{1,3}| ?[^${SPACE}\p{L}\p{N}]+[\r\n]*|${BLANKS}`,
  ],
  [
    'Qwen 3.5',
    String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|${PREFIX}[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    String.raw`${CONTRACTION}|${PREFIX}[\p{L}\p{M}]+|\p{N}| ?[^${SPACE}\p{L}\p{M}\p{N}]+[\r\n]*|${BLANKS}`,
  ],
];
const BROKEN_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

describe.each(PATTERNS)('the pattern of %s', (_, pattern, source) => {
  const cut = preTokenizer(readMachine(compilePattern(pattern)));
  const expression = new RegExp(source, 'gu');

  test('cuts hostile text where its regular expression does', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const wellFormed = text.replace(BROKEN_PAIR, '\ufffd');
        const bytes = new TextEncoder().encode(`${wellFormed}\0`);
        const ends = new Int32Array(bytes.length + 8);
        const count = cut(bytes, 0, bytes.length - 1, true, ends);
        const pieces = Array.from({ length: count }, (_, index) =>
          Buffer.from(bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index])).toString('utf8'),
        );
        expect(pieces).toEqual(wellFormed.match(expression) ?? []);
      }),
      { numRuns: 3_000 },
    );
  });
});

test.each([
  ['Han', /^\p{sc=Han}$/u],
  ['Lt', /^\p{Lt}$/u],
])(
  'the table of %s says what the runtime does of every character that Unicode 16 knows',
  (name, expression) => {
    const table = propertySet(name)!;
    const unknown = classPoints('other'); // nothing is there, or it is newer than the tables
    let strays = 0;
    for (let point = 0; point < 0x110000; point++) {
      if (has(unknown, point)) continue;
      if (has(table, point) !== expression.test(String.fromCodePoint(point))) strays++;
    }
    expect(strays).toBe(0);
  },
);

function has(set: readonly number[], point: number): boolean {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (set[middle]! <= point) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}
