import { type Ingredients, several } from './ingredients.js';

/** All that Unicode calls white space; and U+FEFF, U+200B, U+180E, which JavaScript or older versions take for it. */
const SPACES = [
  ...' \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
  ...'\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u180e',
  ...['\r\n', '\n\n', '  ', '    ', ' \n'],
];
const COMMON = [' ', ' ', '\n', '\r', '\t', '\u0085', '\ufeff', '\u00a0'];
const OTHERS = ['a', 'Z', '1', '.', '/', "'s", '(', '字', 'é', '\u0301'];

/** White space of every sort in a heap, with here and there something else for it to stand before. */
export function whiteSpace({ random }: Ingredients): string {
  const spaces = random.once(2) ? COMMON : SPACES;
  return several(random, 1, 24, () => (random.once(6) ? random.pick(OTHERS) : random.pick(spaces)));
}
