import { aiTokenizer } from './ai-tokenizer.js';
import { gptTokenizer } from './gpt-tokenizer.js';
import { huggingface } from './huggingface.js';
import { jsTiktoken } from './js-tiktoken.js';
import { ours } from './ours.js';
import { tiktokenWasm } from './tiktoken-wasm.js';
import type { Library } from './types.js';

export { ours } from './ours.js';
export type { Count, Folders, Library } from './types.js';

/** Every library, ours first: the others are measured against the first that has the encoding. */
export const libraries: readonly Library[] = [
  ours,
  gptTokenizer,
  aiTokenizer,
  tiktokenWasm,
  jsTiktoken,
  huggingface,
];
