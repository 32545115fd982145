import { importFrom } from './import-from.js';
import type { Library } from './types.js';

export const aiTokenizer: Library = {
  name: 'ai-tokenizer',
  async load(encoding, { cache }) {
    if (encoding !== 'o200k_base' && encoding !== 'cl100k_base') return undefined;
    const { default: Tokenizer } = await importFrom(cache, 'ai-tokenizer/dist/index.js');
    const tokenizer = new Tokenizer(await importFrom(cache, `ai-tokenizer/dist/encoding/${encoding}.js`));
    return (text) => tokenizer.count(text);
  },
};
