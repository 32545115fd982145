import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PromptCostError } from '../../src/errors/index.js';
import { compilePattern } from '../../src/tokenize/pattern/compile-pattern.js';
import { type PieceMachine, readMachine } from '../../src/tokenize/pretokenize/piece-machine.js';
import { preTokenizer } from '../../src/tokenize/pretokenize/scan.js';
import { PATTERNS } from '../../tokenizers/build/patterns.js';

const o200k = compilePattern(PATTERNS.o200k);

test('a machine is small, and gives every code point a column', () => {
  const { blockOf, columns, transitions } = readMachine(o200k);
  expect(o200k.length).toBeLessThan(10_000);
  for (let point = 0; point < 0x110000; point++) {
    if (columns[(blockOf[point >> 8]! << 8) | (point & 255)] === 0)
      expect.unreachable(`U+${point.toString(16)}`);
  }
  expect(transitions.length).toBeLessThan(128 * 128);
});

test('damaged bytes are refused, or make a machine that ends', () => {
  const last = o200k.length - 1;
  const place = fc.oneof(fc.nat(last), fc.nat(7), fc.integer({ min: last - 1_900, max: last })); // header, transitions
  const edits = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(edits, fc.nat(o200k.length), (changes, length) => {
      const bytes = o200k.slice(0, length % 3 === 0 ? length : o200k.length);
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      let machine: PieceMachine;
      try {
        machine = readMachine(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(PromptCostError);
        return;
      }
      const text = new TextEncoder().encode("Hello  world's \n 12345 中文 ABC\u0301 !?\0");
      const ends = new Int32Array(256);
      const count = preTokenizer(machine)(text, 0, text.length - 1, true, ends);
      expect(count).toBeGreaterThan(0);
      expect(ends[count - 1]).toBe(text.length - 1); // every byte is in a piece
      const certain = preTokenizer(machine)(text, 0, text.length - 1, false, ends);
      expect(certain).toBeGreaterThanOrEqual(0);
      if (certain > 0) expect(ends[certain - 1]).toBeGreaterThan(0); // whoever reads on gets on
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['a piece that ends before the first character', 0, 1, 1 << 7],
  ['an end taken back that was not written', 1, 1, 1 << 9],
  ['a piece that is empty', 1, 1, 1 << 8],
  ['a bit that means nothing', 1, 1, 1 << 10],
  ['the end of the text in the midst of a piece', 1, 0, -(1 << 7)],
])('%s makes no machine', (_, state, column, flag) => {
  const [states, columns] = o200k;
  const bytes = o200k.slice();
  const at = bytes.length - 2 * states! * columns! + 2 * (state * columns! + column);
  const packed = bytes[at]! + (bytes[at + 1]! << 8) + flag;
  bytes.set([packed & 255, packed >> 8], at);
  expect(() => readMachine(bytes)).toThrow(PromptCostError);
});
