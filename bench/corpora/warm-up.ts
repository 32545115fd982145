import { pick, seeded, shuffled } from './seeded.js';

const SCRIPTS: readonly (readonly [first: number, last: number])[] = [
  [0x61, 0x7a],
  [0x41, 0x5a],
  [0x430, 0x44f],
  [0x627, 0x64a],
  [0x905, 0x939],
  [0xe01, 0xe2e],
  [0x3041, 0x3093],
  [0x4e00, 0x9f00],
  [0xac00, 0xd7a0],
  [0x1f600, 0x1f64f],
  [0x30, 0x39],
];
const MARKS = [' ', ' ', ' ', ', ', '. ', '\n', '\n\n    ', ' = (', '); ', '": "', "'s ", '/', ' — ', '。'];

/**
 * Random words in every script and the punctuation of prose and code: it makes the code paths of a tokenizer hot
 * without teaching its caches a piece that a corpus holds. Longer than any library's internal chunk.
 */
export function warmUpText(): string {
  const random = seeded(37);
  const words = Array.from({ length: 4000 }, () => {
    const [first, last] = pick(SCRIPTS, random);
    return String.fromCodePoint(
      ...Array.from({ length: 1 + random(9) }, () => first + random(last - first + 1)),
    );
  });
  return Array.from({ length: 4 }, () =>
    shuffled(words, random)
      .map((word) => word + pick(MARKS, random))
      .join(''),
  ).join('');
}
