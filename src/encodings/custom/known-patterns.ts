import patterns from './patterns.json' with { type: 'json' };

/** Patterns as vendors publish them, by name: a rank file leaves its own to the vendor's code. */
export const KNOWN_PATTERNS: Readonly<Record<keyof typeof patterns, string>> = patterns;

/** What `ByteLevel` cuts by when a file gives no pattern. */
export const BYTE_LEVEL_PATTERN: string = patterns.gpt2;

/** Splits one after the other, each working within the pieces of the one before. */
export const THREE_SPLITS: readonly string[] = [
  String.raw`\p{N}{1,3}`,
  '[一-龥぀-ゟ゠-ヿ]+',
  '[!"#$%&\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\r\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\r\n]*|\\s*[\r\n]+|\\s+(?!\\S)|\\s+',
];

/** Of the second split: Chinese characters, kana. */
const CJK = '一-龥぀-ヿ';

/**
 * The three splits as one pattern.
 *
 * Numbers and runs of Chinese and Japanese end the text that the third split sees, so that each of its alternatives stands here twice,
 * within such runs and outside; and characters that none of them matches stay together as a piece of their own.
 */
export const THREE_SPLITS_AS_ONE: string = [
  String.raw`\p{N}{1,3}`,
  '[!"#$%&\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+',
  String.raw`[^\r\n\p{L}\p{N}\p{P}\p{S}${CJK}]?[\p{L}\p{M}&&[^${CJK}]]+`,
  String.raw`[${CJK}&&[^\p{L}\p{P}\p{S}]]?[\p{L}\p{M}&&[${CJK}]]+`,
  String.raw` ?[\p{P}\p{S}&&[^${CJK}]]+[\r\n]*`,
  String.raw`[\p{P}\p{S}&&[${CJK}]]+`,
  String.raw`\s*[\r\n]+|\s+(?![^\s\p{N}${CJK}])|\s+`,
  String.raw`[^\s\p{L}\p{M}\p{N}\p{P}\p{S}${CJK}]+(?![\p{L}\p{M}&&[^${CJK}]])`,
  String.raw`[${CJK}&&[^\p{L}\p{M}\p{P}\p{S}]]+(?![\p{L}\p{M}&&[${CJK}]])`,
].join('|');
