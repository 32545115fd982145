import { type Ingredients, several } from './ingredients.js';

const ALPHABETS = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  '0123456789abcdef',
  '0123456789ABCDEF',
  '01',
  'acgt',
  'abcdefghijklmnopqrstuvwxyz',
];

/** Base64, hexadecimal and their like: runs without a word in them. */
export function encoded({ random }: Ingredients): string {
  const alphabet = random.pick(ALPHABETS);
  return (
    several(random, 1, 200, () => alphabet[random.below(alphabet.length)]!) + random.pick(['', '=', '==\n'])
  );
}
