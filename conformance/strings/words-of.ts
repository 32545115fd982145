import { readFileSync } from 'node:fs';
import { packNamed } from '../../src/encodings/index.js';
import { readPackSource } from '../../src/encodings/packs/compile-pack.js';
import { ORIGINS } from '../../tokenizers/build/origins.js';
import { originPath, readOrigin } from '../../tokenizers/build/read-origin.js';
import harmony from '../../tokenizers/o200k_harmony.specials.json' with { type: 'json' };
import type { Ingredients } from './ingredients.js';

/** The texts of an encoding's tokens and control tokens, from its origin rather than from the files under test. */
export function wordsOf(encoding: string): Pick<Ingredients, 'tokens' | 'specials'> {
  const isHarmony = encoding === 'o200k_harmony';
  const origin = ORIGINS.find(({ name }) => name === (isHarmony ? 'o200k_base' : encoding));
  const pack = packNamed(encoding);
  if (!origin && !pack) throw new Error(`No origin for ${encoding}.`);
  const { tokens, specials, characters } = origin
    ? readOrigin(origin)
    : readPackSource(pack!, readFileSync(originPath(pack!), 'utf8'));
  const texts = tokens
    .map((token) => Buffer.from(token, 'latin1').toString())
    .filter((text) => !text.includes('\ufffd'));
  // SentencePiece's own mark of a space is to be met in texts, too.
  const marked = characters ? texts.map((text) => text.replaceAll(' ', '\u2581')) : [];
  return {
    tokens: [...texts, ...marked.filter((text) => text.includes('\u2581'))],
    specials: Object.keys(isHarmony ? harmony : specials),
  };
}
