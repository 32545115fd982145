import { ORIGINS } from '../../tokenizers/build/origins.js';
import { readOrigin } from '../../tokenizers/build/read-origin.js';
import harmony from '../../tokenizers/o200k_harmony.specials.json' with { type: 'json' };
import type { Ingredients } from './ingredients.js';

/** The texts of an encoding's tokens and control tokens, from its origin rather than from the files under test. */
export function wordsOf(encoding: string): Pick<Ingredients, 'tokens' | 'specials'> {
  const isHarmony = encoding === 'o200k_harmony';
  const origin = ORIGINS.find(({ name }) => name === (isHarmony ? 'o200k_base' : encoding));
  if (!origin) throw new Error(`No origin for ${encoding}.`);
  const { tokens, specials } = readOrigin(origin);
  return {
    tokens: tokens
      .map((token) => Buffer.from(token, 'latin1').toString())
      .filter((text) => !text.includes('\ufffd')),
    specials: Object.keys(isHarmony ? harmony : specials),
  };
}
