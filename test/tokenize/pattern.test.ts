import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PromptCostError } from '../../src/errors/index.js';
import { compilePattern } from '../../src/tokenize/pattern/compile-pattern.js';
import { readMachine } from '../../src/tokenize/pretokenize/piece-machine.js';
import { preTokenizer } from '../../src/tokenize/pretokenize/scan.js';
import { PATTERNS } from '../../tokenizers/build/patterns.js';

function pieces(pattern: string, text: string): string[] {
  const bytes = new TextEncoder().encode(`${text}\0`);
  const ends = new Int32Array(bytes.length + 8);
  const count = preTokenizer(readMachine(compilePattern(pattern)))(bytes, 0, bytes.length - 1, true, ends);
  return Array.from({ length: count }, (_, index) =>
    new TextDecoder().decode(bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index])),
  );
}

const set = fc.constantFrom('a', 'b', 'c', '[ab]', '[^a]', '[bc]', ' ', '\\s', '\\S');
const quantifier = fc.constantFrom('', '', '?', '*', '+', '{2}', '{1,3}', '{2,}');
const look = fc.constantFrom('(?!a)', '(?=b)', '(?!\\s)', '(?!\\S)', '$');
const { choice } = fc.letrec<{ atom: string; part: string; sequence: string; choice: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 2 },
    set,
    tie('choice').map((inner) => `(?:${inner})`),
  ),
  part: fc
    .tuple(tie('atom'), quantifier, fc.nat(3))
    .map(([atom, times, possessive]) => (times && possessive === 0 ? `<${atom}${times}>` : atom + times)),
  sequence: fc
    .tuple(fc.array(tie('part'), { minLength: 1, maxLength: 3 }), fc.option(look, { freq: 4 }))
    .map(([parts, ahead]) => parts.join('') + (ahead ?? '')),
  choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|')),
}));

/** With a plus for a possessive quantifier, which the arbitrary writes `<a*>`. */
function withPluses(pattern: string): string {
  return pattern.replaceAll('<', '').replaceAll('>', '+');
}

/** As JavaScript has it, which lacks possessive quantifiers: a look-ahead finds the run, and a back-reference takes it whole. */
function regExp(pattern: string): RegExp {
  const open: number[] = [];
  let runs = 0;
  const greedy = pattern.replace(/[<>]/g, (mark) => {
    if (mark === '>') return `))\\${open.pop()})`;
    open.push(++runs);
    return '(?:(?=(';
  });
  return new RegExp(greedy, 'gu');
}

describe('a pattern that compiles', () => {
  test('cuts as successive matches of the regular expression do', () => {
    let compiled = 0;
    fc.assert(
      fc.property(
        choice,
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\n', 'é'), maxLength: 14 }), {
          minLength: 4,
        }),
        (alternatives, texts) => {
          const pattern = `${alternatives}|[^]`.replace('[^]', '\\s|\\S'); // whatever is left, a character at a time
          for (const text of texts) {
            let found: string[];
            try {
              found = pieces(withPluses(pattern), text);
            } catch (error) {
              expect(error).toBeInstanceOf(PromptCostError);
              return;
            }
            compiled++;
            expect(found).toEqual(text.match(regExp(pattern)) ?? []);
          }
        },
      ),
      { numRuns: 3_000 },
    );
    expect(compiled).toBeGreaterThan(1_000); // the rest was refused
  });

  test('knows the scripts and properties of Unicode 16, and no later ones', () => {
    expect(pieces('\\p{Han}+|\\P{Han}+', 'ab中文\u{20000}、')).toEqual(['ab', '中文\u{20000}', '、']);
    expect(pieces('[\\p{Lu}\\p{Lt}]+|[^\\p{Lu}\\p{Lt}]+', 'aǅÀb')).toEqual(['a', 'ǅÀ', 'b']);
    expect(pieces('\\s+|\\S+', 'a\u0085\u3000b\ufeffc')).toEqual(['a', '\u0085\u3000', 'b\ufeffc']);
  });

  test('folds case as the references do: ſ is an s', () => {
    expect(pieces("(?i:'s)|\\s|\\S", "'S'ſ's")).toEqual(["'S", "'ſ", "'s"]);
  });

  test('intersects classes', () => {
    expect(pieces('[\\p{L}&&[^\\p{Han}]]+|\\p{Han}+|\\s|\\S', 'ab中c')).toEqual(['ab', '中', 'c']);
  });
});

describe('a pattern that cannot be compiled', () => {
  test.each([
    ['(a)\\1', 'the escape \\1'],
    ['(?<=a)b', 'a group that is neither'],
    ['a+?|\\s|\\S', 'a lazy quantifier'],
    ['(?!ab)c|\\s|\\S', 'a look-ahead at more than one character'],
    ['(?:(?:a+)+)+b', 'not match'],
    ['a*', 'can match an empty text'],
    ['(?:a?|b)+|\\s|\\S', 'a quantifier upon what can be empty'],
    ['[a-z]+', 'characters that it does not match'],
    ['[z-a]', 'a range of a class'],
    ['\\p{Lm}+|\\s|\\S', 'Lm without Lo'],
    ['\\p{Cyrillic}+|\\s|\\S', 'the property Cyrillic'],
    ['a++a|\\s|\\S', 'a possessive quantifier'],
    ['a{5000}|\\s|\\S', 'the quantifier {5000}'],
    ['a{1,32}{1,32}', 'a quantifier upon a quantifier'],
    ['(?:a|b', 'a group is not closed'],
    ['[a-', 'not closed'],
    ['a*b|\\s|\\S', 'any distance'],
    ['('.repeat(3_000), 'nest deeper than 20'],
    ['['.repeat(3_000), 'nest deeper than 20'],
    ['x'.repeat(5_000), '5000 characters'],
    ['(?:(?:(?:a{32}){32}){32}){32}|\\s|\\S', '4000 states'],
  ])('is refused by name: %.30s', (pattern, why) => {
    expect(() => compilePattern(pattern)).toThrow(why);
  });
});

describe('a construct that would be misread', () => {
  test.each([
    ['(?:a++|b)a|\\s|\\S', 'a possessive quantifier'], // what follows the group begins with what was taken
    ['(?:a++b?)+|\\s|\\S|a++c', undefined], // nothing has to follow
    ['\\s++(?!\\S)|\\s|\\S', 'a possessive quantifier'],
    ['\\s++$|\\s+(?!\\S)|\\s|\\S', undefined], // no white space stands at the end of the text
    ['(?:ab)++c|\\s|\\S', 'a possessive quantifier stands behind a group'],
    ['[[:alpha:]]+|[^a]|a', '[: in a class'],
    ['[a-z--[aeiou]]+|\\s|\\S', '-- in a class'],
    ['[a-z~~[aeiou]]+|\\s|\\S', '~~ in a class'],
    ['[\\p{Lo}&&[^\\p{Lm}]]+|\\s|\\S', 'Lm without Lo'],
    ['[\\p{Lo}\\P{Lm}]+|\\s|\\S', 'the property ^Lm'],
    ['(?i:ss)|\\s|\\S', '(?i:ss) is one character for some engines'], // of ß
    ['\\xe9|\\s|\\S', 'the escape \\x'],
  ])('%s is compiled exactly or refused', (pattern, why) => {
    if (why === undefined) expect(() => compilePattern(pattern)).not.toThrow();
    else expect(() => compilePattern(pattern)).toThrow(why);
  });
});

test('the pre-tokenizers of the bundled vocabularies stay small', () => {
  const sizes = Object.entries(PATTERNS).map(([name, pattern]) => [name, compilePattern(pattern)[0]]);
  expect(Object.fromEntries(sizes)).toMatchInlineSnapshot(`
    {
      "cl100k": 21,
      "deepseek": 26,
      "gpt2": 13,
      "o200k": 34,
      "qwen": 19,
      "tekken": 18,
    }
  `);
});
