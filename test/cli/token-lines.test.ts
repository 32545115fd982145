import { expect, test } from 'vitest';
import { paintFor } from '../../src/cli/paint.js';
import { type Piece, pieces } from '../../src/cli/pieces.js';
import { cutLines } from '../../src/cli/token-lines.js';
import type { Token } from '../../src/tokenize/index.js';

const stdout = { write: () => true };
const plain = paintFor({ env: {}, stdout });
const coloured = paintFor({ env: { FORCE_COLOR: '1' }, stdout });

const token = (start: number, end: number, text = ''): Token => ({
  id: 0,
  text,
  bytes: new Uint8Array(),
  start,
  end,
});
const cut = (...texts: string[]): Piece[] =>
  texts.map((text) => ({ text, tokens: [token(0, text.length, text)] }));

test('tokens that overlap are one piece, and pieces make up the text', () => {
  // 👍 is U+1F44D, two UTF-16 units that three tokens share; the last of them goes on into the b.
  const tokens = [token(0, 1), token(1, 3), token(1, 3), token(1, 4), token(4, 5)];
  expect(pieces('a👍bc', tokens).map(({ text, tokens }) => [text, tokens.length])).toEqual([
    ['a', 1],
    ['👍b', 3],
    ['c', 1],
  ]);
});

test.each([
  [['a', ' b'], ['│a│ b│']],
  [
    ['a', '\n', 'b'],
    ['│a│⏎', '│b│'],
  ],
  [
    ['a\n\n', 'b'],
    ['│a⏎', '⏎', '│b│'],
  ],
  [['a', '\n'], ['│a│⏎']],
  [['\u001b', '\t'], ['│␛│⇥│']],
  [[], []],
])('%j without colour is %j', (texts, lines) => {
  expect(cutLines(cut(...texts), plain)).toEqual(lines);
});

test('neighbours stand on different grounds, which end with the line', () => {
  const [first, second] = cutLines(cut('a\n', 'b'), coloured);
  expect(first).toBe('\u001b[38;5;16;48;5;153ma⏎\u001b[39;49m');
  expect(second).toBe('\u001b[38;5;16;48;5;223mb\u001b[39;49m');
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
])('with %j, on a terminal: %s, colour is on: %s', (env, isTTY, on) => {
  expect(paintFor({ env, stdout: { ...stdout, isTTY } }).on).toBe(on);
});
