import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importFrom } from './import-from.js';
import type { Library } from './types.js';

export const huggingface: Library = {
  name: '@huggingface/tokenizers',
  async load(encoding, { cache }) {
    const models = [
      join(cache, 'node_modules', '@lenml', `tokenizer-${encoding}`, 'models'),
      // A pack's package is fetched by the compiler of vocabularies only.
      join(dirname(cache), `lenml-tokenizer-${encoding}-3.7.2`, 'package', 'models'),
    ].find(existsSync);
    if (models === undefined) return undefined;
    const { Tokenizer } = await importFrom(cache, '@huggingface/tokenizers/dist/tokenizers.mjs');
    const read = (file: string): object => JSON.parse(readFileSync(join(models, file), 'utf8'));
    // Without added tokens it searches no text for them, as we do not: a text is data.
    const tokenizer = new Tokenizer(
      { ...read('tokenizer.json'), added_tokens: [] },
      read('tokenizer_config.json'),
    );
    return (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length;
  },
};
