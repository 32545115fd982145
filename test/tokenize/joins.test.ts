import { expect, test } from 'vitest';
import { joins } from '../../src/tokenize/text/joins.js';

test('joins holds for every character that some decomposition has behind its first', () => {
  const behind = new Set<string>();
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const whole = String.fromCodePoint(point);
    const parts = [...whole.normalize('NFD')];
    for (const part of parts.slice(1)) behind.add(part);
    // A first that is itself a mark joins too: it may move past others.
    if (/^\p{M}/u.test(whole)) behind.add(whole);
  }
  expect(behind.size).toBeGreaterThan(900);
  expect([...behind].filter((character) => !joins(character))).toEqual([]);
});

test('joins does not hold for the beginnings of ordinary text, so that little is held back', () => {
  for (const character of ['a', 'é', ' ', '中', '한', 'ক', '😀', '𠀀', '𝐀', '🇩'])
    expect(joins(character)).toBe(false);
  for (const character of ['\u0301', '\u1161', '\u{16d63}', '\u3099']) expect(joins(character)).toBe(true);
});
