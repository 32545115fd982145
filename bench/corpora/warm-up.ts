import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flat, pick, type Random, seeded } from './seeded.js';

const SCRIPTS: readonly (readonly [first: number, last: number])[] = [
  [0x61, 0x7a],
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
const ASCII = SCRIPTS.filter(([first]) => first < 0x80);
const ASCII_MARKS = 12;
const TEXTS = 6;
const WORDS_PER_TEXT = 4000;

/**
 * Texts that make a tokenizer's code hot without teaching its caches what a corpus holds: the sample prompts, for what is
 * found, and random words in every script, none of them twice, for what is not. Some 25,000 pieces: a quarter of the
 * 100,000 that the peers remember.
 */
export function warmUpTexts(root: string): string[] {
  const folder = join(root, 'fixtures', 'prompts');
  const prompts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const random = seeded(37);
  // Every other text is ASCII alone: engines hold and read such strings differently.
  const drawn = Array.from({ length: TEXTS }, (_, i) => randomWords(random, i % 2 === 0 ? SCRIPTS : ASCII));
  return [...prompts, ...drawn].map(flat);
}

function randomWords(random: Random, scripts: typeof SCRIPTS): string {
  const words = Array.from({ length: WORDS_PER_TEXT }, () => {
    const [first, last] = pick(scripts, random);
    const letters = Array.from({ length: 1 + random(9) }, () => first + random(last - first + 1));
    return (
      String.fromCodePoint(...letters) + pick(scripts === ASCII ? MARKS.slice(0, ASCII_MARKS) : MARKS, random)
    );
  });
  return words.join('');
}
