import { importFrom } from './import-from.js';
import type { Library } from './types.js';

export const gptTokenizer: Library = {
  name: 'gpt-tokenizer',
  async load(encoding, { cache }) {
    if (encoding !== 'o200k_base' && encoding !== 'cl100k_base') return undefined;
    const { countTokens } = await importFrom(cache, `gpt-tokenizer/esm/encoding/${encoding}.js`);
    // Without this it throws when a text spells a special token.
    const options = { disallowedSpecial: new Set<string>() };
    return (text) => countTokens(text, options);
  },
};
