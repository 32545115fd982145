import { deflateSync } from 'node:zlib';
import { assert, property, string, uint8Array } from 'fast-check';
import { expect, it } from 'vitest';
import { inflatedText } from '../../../src/request/media/inflate.js';

const inflated = (text: string, level: number): string =>
  inflatedText(new Uint8Array(deflateSync(Buffer.from(text, 'latin1'), { level })), 1_000_000);

it('gives back what zlib packed, stored, with fixed and with own codes', () => {
  const texts = ['', 'a', 'abcabcabcabc'.repeat(50), 'The page tree. '.repeat(20_000), 'x'.repeat(900_000)];
  texts.push(
    Array.from({ length: 100_000 }, (_, i) => String.fromCharCode(32 + ((i * i * 7919) % 90))).join(''),
  );
  for (const text of texts)
    for (const level of [0, 1, 6, 9]) expect(inflated(text, level) === text).toBe(true);
});

it('gives back any text', () => {
  assert(property(string({ unit: 'binary-ascii', maxLength: 5000 }), (text) => inflated(text, 9) === text));
});

it('stops at its limit and at a fault', () => {
  const packed = new Uint8Array(deflateSync(Buffer.from('x'.repeat(1000))));
  expect(inflatedText(packed, 10)).toBe('x'.repeat(10));
  expect('x'.repeat(1000).startsWith(inflatedText(packed.subarray(0, packed.length - 8), 2000))).toBe(true);
});

it('never throws', () => {
  assert(property(uint8Array({ maxLength: 500 }), (bytes) => inflatedText(bytes, 10_000).length <= 10_000));
});
