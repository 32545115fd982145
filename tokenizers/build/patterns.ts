import { BYTE_LEVEL_PATTERN, THREE_SPLITS_AS_ONE } from '../../src/encodings/custom/known-patterns.js';

/** `'s`, `'t` and their like, in either case. */
const CONTRACTION = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const UPPER = String.raw`[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`;
const LOWER = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}]`;
const WHITE_SPACE = String.raw`\s*[\r\n]+|\s+(?!\S)|\s+`;

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
  gpt2: BYTE_LEVEL_PATTERN,
  deepseek: THREE_SPLITS_AS_ONE,
};
