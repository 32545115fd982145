import fc from 'fast-check';

const CLUSTERS = [
  '👩\u200d👩\u200d👧\u200d👦',
  '🏳️\u200d🌈',
  '👍🏽',
  '❤️',
  '1️⃣',
  '🇩🇪',
  '🇩🇪🇫🇷',
  '🇩',
  '\u1112\u1161\u11ab', // conjoining jamo
  '\u1112',
  '\u1161',
  '\u11ab',
  '한',
  '각\u11a8',
  '가\u11ab',
  'क्ष', // consonant, virama, consonant
  'क्',
  'নির্ণয়',
  'ก็',
  'ำ',
  'e\u0301\u0302',
  '\u0301',
  '\u3099',
  'か\u3099',
  '\r\n',
  '\r',
  '\n',
  '\u0600', // joins what follows
  '\u0d4e',
  '\u{110bd}',
  '\u200d',
  '\u200c',
  '\ufe0f',
  '\u00ad',
  '©',
  '\ud800',
  '\udc00',
];
const PLAIN = ['a', 'Word', ' ', '  ', '12', '.', '中', '漢字', 'ア', 'שלום', 'العربية', '٣', 'ß', '“'];

/** Text whose characters, as a person sees them, are made of many. */
export const graphemeText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...CLUSTERS), fc.constantFrom(...PLAIN)), { maxLength: 14 })
  .map((parts) => parts.join(''));
