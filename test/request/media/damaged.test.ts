import { array, assert, constantFrom, integer, nat, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { allMediaRules } from '../../../src/models/index.js';
import { countMedia, type Media } from '../../../src/request/media/index.js';
import { avif, bmp, flac, gif, jpeg, mp3, mp4, ogg, pdf, png, wav, webp } from './files.js';

const files: readonly [Media['kind'], Uint8Array][] = [
  ['image', png(640, 480)],
  ['image', jpeg(640, 480)],
  ['image', gif(640, 480)],
  ['image', webp('VP8 ', 640, 480)],
  ['image', webp('VP8L', 640, 480)],
  ['image', webp('VP8X', 640, 480)],
  ['image', bmp(640, 480)],
  ['image', avif(640, 480)],
  ['audio', wav(1)],
  ['audio', flac(9)],
  ['audio', ogg(9)],
  ['audio', mp3(30)],
  ['video', mp4(9)],
  ['video', mp4(9, true)],
  ['document', pdf(3)],
  ['document', pdf(3, true)],
];

// A byte in the first hundreds, where a header stands, becomes another one; then the end is cut off.
const damage = record({
  bytes: array(record({ at: nat({ max: 400 }), value: nat({ max: 255 }) }), { maxLength: 6 }),
  kept: integer({ min: 0, max: 5000 }),
});

it('counts a damaged file as whole tokens, whatever it claims', () => {
  const rules = allMediaRules();
  assert(
    property(
      constantFrom(...files),
      constantFrom(...rules, undefined),
      damage,
      ([kind, whole], rule, { bytes, kept }) => {
        const file = whole.slice(0, kept);
        for (const { at, value } of bytes) if (at < file.length) file[at] = value;
        const { tokens, method } = countMedia({ kind, bytes: file }, rule);
        const ends = [tokens.low, tokens.likely, tokens.high];
        expect(ends.every((end) => Number.isSafeInteger(end) && end >= 1)).toBe(true);
        expect(tokens.low <= tokens.likely && tokens.likely <= tokens.high).toBe(true);
        expect(method).toMatch(/\.$/);
        const base64 = Buffer.from(file).toString('base64');
        expect(countMedia({ kind, bytes: base64 }, rule).tokens).toEqual(tokens);
      },
    ),
    { numRuns: 3000 },
  );
});
