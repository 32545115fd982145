import type { Paint } from './paint.js';
import type { Piece } from './pieces.js';
import { visible } from './printable.js';

const ID_WIDTH = 6;
const BYTES_TITLE = 'bytes';
const BYTES_WIDTH = 35; // twelve bytes; the text of a longer token stands further right

/**
 * The text cut into its tokens: on coloured grounds, or between bars where there is no colour.
 *
 * @param pieces - The text. A character of several tokens is shown whole.
 * @param paint - The colours.
 *
 * @returns Lines that break where the text does.
 */
export function cutLines(pieces: readonly Piece[], paint: Paint): string[] {
  if (pieces.length === 0) return [];
  const shown = pieces.map(({ text }, at) => {
    const brush = brushAt(at, paint);
    const lines = visible(text).split(/(?<=⏎)/);
    return lines.map((line) => (line.endsWith('⏎') ? `${brush(line)}\n` : brush(line))).join('');
  });
  const joined = paint.on ? shown.join('') : shown.map((piece) => `│${piece}`).join('');
  return joined.endsWith('\n')
    ? joined.slice(0, -1).split('\n')
    : `${joined}${paint.on ? '' : '│'}`.split('\n');
}

/**
 * One line for each token: id, bytes in hexadecimal, text.
 *
 * @param pieces - The tokens, with those of one character on one colour.
 * @param paint - The colours.
 *
 * @returns The lines, with a header.
 */
export function* listLines(pieces: readonly Piece[], paint: Paint): Generator<string> {
  let width = BYTES_TITLE.length;
  for (const { tokens } of pieces) {
    for (const { bytes } of tokens) width = Math.max(width, Math.min(BYTES_WIDTH, bytes.length * 3 - 1));
  }
  yield paint.dim(`${'id'.padStart(ID_WIDTH)}  ${BYTES_TITLE.padEnd(width)}  text`);
  for (const [at, { tokens }] of pieces.entries()) {
    const brush = brushAt(at, paint);
    for (const { id, bytes, text } of tokens) {
      const hex = hexOf(bytes, ' ').padEnd(width);
      const seen = paint.on ? brush(visible(text)) : `"${visible(text)}"`;
      yield `${String(id).padStart(ID_WIDTH)}  ${paint.dim(hex)}  ${seen}`;
    }
  }
}

/**
 * Bytes in hexadecimal.
 *
 * @param bytes - The bytes.
 * @param between - What stands between two of them.
 *
 * @returns For example `e4 b8 ad`.
 */
export function hexOf(bytes: Uint8Array, between: string): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(between);
}

function brushAt(at: number, { stripes }: Paint): (text: string) => string {
  return stripes[at % stripes.length]!;
}
