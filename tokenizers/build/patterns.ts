/** `'s`, `'t` and their like, in either case. */
const CONTRACTION = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const UPPER = String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`;
const LOWER = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}]`;
const WHITE_SPACE = String.raw`\s*[\r\n]+|\s+(?!\S)|\s+`;
/** Of DeepSeek's second split: Chinese characters, kana. */
const CJK = '一-龥぀-ヿ';

function withCases(suffix: string, numbers: string): string {
  return [
    String.raw`[^\r\n\p{L}\p{N}]?${UPPER}*${LOWER}+${suffix}`,
    String.raw`[^\r\n\p{L}\p{N}]?${UPPER}+${LOWER}*${suffix}`,
    numbers,
    String.raw` ?[^\s\p{L}\p{N}]+[\r\n/]*`,
    WHITE_SPACE,
  ].join('|');
}

function withoutCases(numbers: string): string {
  return [
    CONTRACTION,
    String.raw`[^\r\n\p{L}\p{N}]?\p{L}+`,
    numbers,
    String.raw` ?[^\s\p{L}\p{N}]+[\r\n]*`,
    WHITE_SPACE,
  ].join('|');
}

/** Pre-tokenizers by name, as the origins write them, but for DeepSeek's. */
export const PATTERNS: Readonly<
  Record<'o200k' | 'cl100k' | 'qwen' | 'tekken' | 'gpt2' | 'deepseek', string>
> = {
  o200k: withCases(`${CONTRACTION}?`, String.raw`\p{N}{1,3}`),
  cl100k: withoutCases(String.raw`\p{N}{1,3}`),
  qwen: withoutCases(String.raw`\p{N}`),
  tekken: withCases('', String.raw`\p{N}`),
  gpt2: String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`,
  /**
   * Three splits, each working within the pieces of the one before, as one pattern:
   *
   * ```text
   * 1. \p{N}{1,3}
   * 2. [一-龥぀-ゟ゠-ヿ]+
   * 3. [!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+
   *    [^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+
   *     ?[\p{P}\p{S}]+[\r\n]*
   *    \s*[\r\n]+ | \s+(?!\S) | \s+
   * ```
   *
   * Numbers and runs of Chinese and Japanese end the text that the third split sees, so that each of its alternatives stands here twice,
   * within such runs and outside; and characters that none of them matches stay together as a piece of their own.
   */
  deepseek: [
    String.raw`\p{N}{1,3}`,
    '[!"#$%&\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+',
    String.raw`[^\r\n\p{L}\p{N}\p{P}\p{S}${CJK}]?[\p{L}\p{M}&&[^${CJK}]]+`,
    String.raw`[${CJK}&&[^\p{L}\p{P}\p{S}]]?[\p{L}\p{M}&&[${CJK}]]+`,
    String.raw` ?[\p{P}\p{S}&&[^${CJK}]]+[\r\n]*`,
    String.raw`[\p{P}\p{S}&&[${CJK}]]+`,
    String.raw`\s*[\r\n]+|\s+(?![^\s\p{N}${CJK}])|\s+`,
    String.raw`[^\s\p{L}\p{M}\p{N}\p{P}\p{S}${CJK}]+(?![\p{L}\p{M}&&[^${CJK}]])`,
    String.raw`[${CJK}&&[^\p{L}\p{M}\p{P}\p{S}]]+(?![\p{L}\p{M}&&[${CJK}]])`,
  ].join('|'),
};
