import { KNOWN_PATTERNS, THREE_SPLITS_AS_ONE } from '../../src/encodings/index.js';

const { o200k, cl100k, qwen, tekken, gpt2 } = KNOWN_PATTERNS;

/** The pre-tokenizers of the bundled vocabularies, by name. */
export const PATTERNS: Readonly<
  Record<'o200k' | 'cl100k' | 'qwen' | 'tekken' | 'gpt2' | 'deepseek', string>
> = { o200k, cl100k, qwen, tekken, gpt2, deepseek: THREE_SPLITS_AS_ONE };
