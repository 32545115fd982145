import { type Random, seeded } from './seeded.js';

/** Makes one more unit of a hostile text. */
type Unit = (random: Random) => string;

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SIGNS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~';
const FACES = ['👩', '👨', '👧', '👦', '🧑', '🏽', '💻', '❤️', '🌈'];

const always =
  (text: string): Unit =>
  () =>
    text;
const oneOf =
  (units: string | readonly string[]): Unit =>
  (random) =>
    units[random(units.length)]!;
const between =
  (first: number, last: number): Unit =>
  (random) =>
    String.fromCodePoint(first + random(last - first + 1));

/** Families of hostile text, by what they are made of. Most have no place to cut, which is what breaks merging. */
export const FAMILIES: Readonly<Record<string, Unit>> = {
  'one letter': always('a'),
  'one capital': always('A'),
  'two letters in turn': always('ab'),
  'random small letters': between(97, 122),
  'random letters of both cases': oneOf(BASE64.slice(0, 52)),
  'DNA (acgt)': oneOf('acgt'),
  'accented words without end': oneOf(['é', 'ü', 'ñ', 'ç', 'e\u0301', 'o', 'n', 'r', 't']),
  spaces: always(' '),
  'spaces and tabs': oneOf(' \t'),
  'line feeds': always('\n'),
  'CR LF': always('\r\n'),
  'white space of all kinds': oneOf([' ', '\n', '\t', '\u0085', '\u00a0', '\u2003', '\u3000', '\ufeff']),
  'the digit 7': always('7'),
  'random digits': oneOf('0123456789'),
  'one sign': always('='),
  'random signs': oneOf(SIGNS),
  base64: oneOf(BASE64),
  hex: oneOf('0123456789abcdef'),
  'contractions, the long s among them': oneOf(["'s", "'ſ", "'ll", "'re", "'", "'S", "n't"]),
  'random CJK': between(0x4e00, 0x9fa5),
  'common CJK': oneOf('的一是不了人我在有他这为之大来以个中上们'),
  kana: between(0x3041, 0x30fa),
  Thai: between(0x0e01, 0x0e2e),
  Hangul: between(0xac00, 0xd7a3),
  'jamo that compose': oneOf(['\u1100', '\u1161', '\u11a8']),
  'one combining mark': always('\u0301'),
  'combining marks out of order': oneOf(['\u0301', '\u0323', '\u0327', '\u0345', '\u0334']),
  'emoji joined without end': (random) => `${oneOf(FACES)(random)}\u200d`,
  'regional indicators': between(0x1f1e6, 0x1f1ff),
  'lone surrogates': always('\ud800'),
  'random code points': (random) => String.fromCodePoint(random(0x110000)),
  'beginnings of control tokens': oneOf(['<|', '<|end', '<|endoftext|', '<', '|>', '<|im_start|>']),
};

/**
 * Texts of one family, each the beginning of the next; the same on every machine.
 *
 * @param sizes - About how many bytes of UTF-8 each has, smallest first.
 */
export function familyTexts(name: string, sizes: readonly number[]): string[] {
  const random = seeded(name.length);
  const unit = FAMILIES[name]!;
  const units = new Uint16Array(sizes.at(-1)! + 32);
  let length = 0;
  let bytes = 0;
  return sizes.map((size) => {
    while (bytes < size) {
      const part = unit(random);
      for (let at = 0; at < part.length; at++) {
        const code = part.charCodeAt(at);
        units[length++] = code;
        bytes += code < 0x80 ? 1 : code < 0x800 || (part.length > 1 && isHalf(code)) ? 2 : 3;
      }
    }
    return textOf(units.subarray(0, length));
  });
}

/** Half of a character that is four bytes long. */
function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** A string as the engine would hold it: a byte a unit where that is enough. */
function textOf(units: Uint16Array): string {
  const isLatin1 = units.every((unit) => unit < 0x100);
  if (isLatin1) return Buffer.from(units).toString('latin1');
  return Buffer.from(units.buffer, 0, units.byteLength).toString('utf16le');
}
