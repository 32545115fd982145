import { importFrom } from './import-from.js';
import type { Library } from './types.js';

export const tiktokenWasm: Library = {
  name: 'tiktoken (WASM)',
  async load(encoding, { cache }) {
    if (encoding !== 'o200k_base' && encoding !== 'cl100k_base') return undefined;
    const { default: lite } = await importFrom(cache, 'tiktoken/lite/tiktoken.cjs');
    const { default: ranks } = await importFrom(cache, `tiktoken/encoders/${encoding}.cjs`);
    const tokenizer = new lite.Tiktoken(ranks.bpe_ranks, ranks.special_tokens, ranks.pat_str);
    // No special token is allowed and none is refused: the text is data.
    return (text) => tokenizer.encode(text, [], []).length;
  },
};
