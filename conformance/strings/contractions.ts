import { type Ingredients, several } from './ingredients.js';

// U+017F is a long s and U+212A the sign of the kelvin: regardless of case, they are s and k.
const ENDINGS = [
  ...'stmdSTMD\u017f\u212ax',
  ...['re', 'RE', 'rE', 've', 'Ve', 'll', 'LL', 'lL', 'r', 'v', 'l', 'lx', 'reS'],
];
const WORDS = ['I', 'don', 'IT', 'they', 'été', '字', '1', ' ', '\n', '', '(', '\u0301', '"', 'Ж'];
const APOSTROPHES = ["'", "'", "'", "'", '’', "''", " '"];

/** `don't`, `IT'S`, and all that is nearly so. */
export function contractions({ random }: Ingredients): string {
  return several(random, 1, 8, () => random.pick(WORDS) + random.pick(APOSTROPHES) + random.pick(ENDINGS));
}
