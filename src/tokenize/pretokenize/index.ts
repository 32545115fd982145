import { cl100k, qwen } from './cl100k.js';
import { deepseek } from './deepseek.js';
import { o200k } from './o200k.js';
import type { PreTokenizer } from './pre-tokenizer.js';

export type { PreTokenizer } from './pre-tokenizer.js';

/** Pre-tokenizers by the name that vocabulary files use. */
export const PRE_TOKENIZERS: ReadonlyMap<string, PreTokenizer> = new Map([
  ['o200k', o200k],
  ['cl100k', cl100k],
  ['qwen', qwen],
  ['deepseek', deepseek],
]);
