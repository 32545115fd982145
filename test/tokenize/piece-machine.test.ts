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
  const edits = fc.array(fc.tuple(fc.nat(o200k.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
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
      preTokenizer(machine)(text, 0, text.length - 1, true, new Int32Array(256));
    }),
    { numRuns: 3_000 },
  );
});
