import fc from 'fast-check';

const SPACES = [
  ' ',
  ' ',
  '  ',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\v',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\u200b',
];
const SIGNS = [
  "'",
  '/',
  '//',
  '/\n',
  '.',
  '...',
  '(',
  '((',
  '==',
  '_',
  '"',
  '`',
  '\\',
  '$',
  '«',
  '。',
  '・',
  '゛',
  '゠',
  '→',
  '\0',
  '\x07',
];
const CONTRACTIONS = ["'s", "'S", "'t", "'re", "'VE", "'ll", "'LL", "'m", "'D", "'ſ", "'x", "don't", "I'LL"];
const WORDS = [
  'hello',
  'World',
  'HTTPServer',
  'camelCase',
  'été',
  'ÀÉ',
  'ßa',
  'Привет',
  '中文',
  '々',
  '〇',
  'こんにちは',
  'カタカナ',
  '한국어',
  'สวัสดี',
  'नमस्ते',
  'العربية',
  'ǅ',
  'ʼ',
  'K',
  'ª',
];
const NUMBERS = ['1', '23', '456', '7890', '٣', '５６', 'ⅷ', '½'];
const ODD = [
  '\u0301',
  'e\u0301',
  '\u3099',
  '\ud800',
  '\udc00',
  '😀',
  '👩\u200d👧',
  '🇩🇪',
  '\u{10ffff}',
  '\ue000',
  '<|endoftext|>',
  '<|im_start|>',
  '<think>',
  '｜',
];

const atom = fc.oneof(
  ...[SPACES, SPACES, SIGNS, CONTRACTIONS, WORDS, NUMBERS, ODD].map((atoms) => fc.constantFrom(...atoms)),
  fc.string({ unit: 'binary', maxLength: 3 }).filter(isOldEnough),
  fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
);

/** Text made to be cut wrongly: white space, contractions, scripts, signs and broken pairs side by side. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(atom, { maxLength: 16 })
  .map((atoms) => atoms.join(''));

/** Runtimes know other versions of Unicode than the engine's 16: keep to what was assigned long before. */
function isOldEnough(text: string): boolean {
  return [...text].every((character) => {
    const point = character.codePointAt(0)!;
    return point < 0x870 || (point >= 0x3000 && point < 0xa000) || (point >= 0xac00 && point < 0xd7a4);
  });
}
