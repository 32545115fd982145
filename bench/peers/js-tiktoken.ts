import { importFrom } from './import-from.js';
import type { Library } from './types.js';

export const jsTiktoken: Library = {
  name: 'js-tiktoken',
  async load(encoding, { cache }) {
    if (encoding !== 'o200k_base' && encoding !== 'cl100k_base') return undefined;
    const { Tiktoken } = await importFrom(cache, 'js-tiktoken/dist/lite.js');
    const { default: ranks } = await importFrom(cache, `js-tiktoken/dist/ranks/${encoding}.js`);
    const tokenizer = new Tiktoken(ranks);
    // No special token is allowed and none is refused: the text is data.
    return (text) => tokenizer.encode(text, [], []).length;
  },
};
