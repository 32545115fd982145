import { type Ingredients, several } from './ingredients.js';

const WORDS = [
  ...[
    'hello',
    'World',
    'NASA',
    'iPhone',
    'naïve',
    'ÀÉ',
    'straße',
    'ǅungla',
    'Привет',
    'МИР',
    'Ελλάδα',
    'ΣΑΣ',
    'ʼn',
    'ªº',
  ],
  ...['שלום', 'مرحبا', 'नमस्ते', 'สวัสดี', '你好', 'こんにちは', '안녕', 'ᏣᎳᎩ', 'ꭰꮃ', '𐐀𐐨', '𝕏𝐲', 'Ⓐⓑ', 'ⅷⅧ'],
];
const BETWEEN = [
  '',
  '',
  ' ',
  ' ',
  '-',
  '_',
  "'",
  '’',
  '.',
  ', ',
  '/',
  '\n',
  '1',
  '\u00ad',
  '\u200d',
  '\u0301',
];

/** Words of many scripts and cases, put together with and without a seam. */
export function mixedScripts({ random }: Ingredients): string {
  return several(random, 1, 12, () => random.pick(WORDS) + random.pick(BETWEEN));
}
