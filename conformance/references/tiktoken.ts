import harmony from '../../tokenizers/o200k_harmony.specials.json' with { type: 'json' };
import { wellFormed } from '../well-formed.js';
import { PINS, referencePackages } from './install.js';
import type { Reference } from './reference.js';

interface Tiktoken {
  encode_ordinary(text: string): Uint32Array;
  encode(text: string, allowedSpecial: 'all'): Uint32Array;
}

interface Lite {
  readonly Tiktoken: new (
    ranks: string,
    specials: Readonly<Record<string, number>>,
    pattern: string,
  ) => Tiktoken;
}

interface Ranks {
  readonly bpe_ranks: string;
  readonly special_tokens: Readonly<Record<string, number>>;
  readonly pat_str: string;
}

/** OpenAI's own code, compiled to WebAssembly. */
export function tiktokenReference(encoding: string): Reference {
  const require = referencePackages();
  const { Tiktoken } = require('tiktoken/lite') as Lite;
  const ranksName = encoding === 'o200k_harmony' ? 'o200k_base' : encoding;
  const { bpe_ranks, special_tokens, pat_str } = require(`tiktoken/encoders/${ranksName}`) as Ranks;
  const specials = encoding === 'o200k_harmony' ? harmony : special_tokens;
  const tiktoken = new Tiktoken(bpe_ranks, specials, pat_str);
  return {
    encoding,
    name: `tiktoken ${PINS.tiktoken}`,
    vocabulary: `tiktoken ${PINS.tiktoken} encoders/${ranksName}`,
    restored: wellFormed,
    encodeAll: async (texts) => texts.map((text) => [...tiktoken.encode_ordinary(text)]),
    encodeAllSpecial: async (texts) => texts.map((text) => [...tiktoken.encode(text, 'all')]),
    // Only harmony has templates, and the names of all its control tokens.
    encodeAllNamed: async (texts, controls) => {
      const unnamed = controls.filter((control) => !(control in specials));
      if (unnamed.length > 0) throw new Error(`${encoding} has no ${unnamed.join(', ')}.`);
      return texts.map((text) => [...tiktoken.encode(text, 'all')]);
    },
  };
}
