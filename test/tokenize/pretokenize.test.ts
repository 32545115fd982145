import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../src/tokenize/pattern/compile-pattern.js';
import { readMachine } from '../../src/tokenize/pretokenize/piece-machine.js';
import { preTokenizer } from '../../src/tokenize/pretokenize/scan.js';
import { PieceReader } from '../../src/tokenize/text/piece-reader.js';
import { PATTERNS } from '../../tokenizers/build/patterns.js';
import { hostileText } from './hostile-text.js';
import { referencePieces } from './reference.js';

const WELL_FORMED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const PRE_TOKENIZERS = new Map(
  Object.entries(PATTERNS).map(([name, pattern]) => [
    name,
    preTokenizer(readMachine(compilePattern(pattern))),
  ]),
);

function pieces(pattern: string, text: string, units?: number): string[] {
  const reader = new PieceReader(PRE_TOKENIZERS.get(pattern)!);
  const found: string[] = [];
  reader.open(text, units);
  for (let count = reader.read(); count > 0; count = reader.read()) {
    let at = reader.start;
    for (const end of reader.ends.subarray(0, count)) {
      found.push(Buffer.from(reader.bytes.subarray(at, end)).toString('utf8'));
      at = end;
    }
  }
  return found;
}

describe.each([...PRE_TOKENIZERS.keys()])('the pre-tokenizer %s', (pattern) => {
  test('cuts hostile text where its regular expressions do', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(pieces(pattern, text)).toEqual(referencePieces(pattern, text.replace(WELL_FORMED, '\ufffd')));
      }),
      { numRuns: 4_000 },
    );
  });

  test('cuts the same wherever the text is sliced on its way in', () => {
    const repeated = fc.tuple(hostileText, fc.nat(40)).map(([text, times]) => text.repeat(times + 1));
    fc.assert(
      fc.property(fc.array(repeated, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join('');
        expect(pieces(pattern, text, 256)).toEqual(
          referencePieces(pattern, text.replace(WELL_FORMED, '\ufffd')),
        );
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    [
      'line breaks far apart in one run of spaces',
      `a${' '.repeat(300)}\n${' '.repeat(300)}\n${' '.repeat(300)}b`,
    ],
    ['capitals after a caseless letter, then a small one', `あ${'A'.repeat(600)}b`],
    ['a line break, spaces, an ideographic space, a line break', `x\n${' '.repeat(250)}\u3000\n  y`],
    ['controls to the end', `x${'\u0001'.repeat(700)}é`],
    ['digits to the end', '1'.repeat(700)],
    ['half a pair before a whole one at the end of a slice', `${'a'.repeat(255)}\ud83d😀${'b'.repeat(300)}`],
    ['quotes', `${"'".repeat(300)}s${"'s".repeat(300)}`],
  ])('agrees across slices on %s', (_, text) => {
    expect(pieces(pattern, text, 256)).toEqual(referencePieces(pattern, text.replace(WELL_FORMED, '\ufffd')));
  });
});
