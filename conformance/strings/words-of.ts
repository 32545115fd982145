import { readFileSync } from 'node:fs';
import { packNamed } from '../../src/encodings/index.js';
import { readPackSource } from '../../src/encodings/packs/compile-pack.js';
import { ORIGINS } from '../../tokenizers/build/origins.js';
import { originPath, readOrigin } from '../../tokenizers/build/read-origin.js';
import harmony from '../../tokenizers/o200k_harmony.specials.json' with { type: 'json' };
import edit from '../../tokenizers/p50k_edit.specials.json' with { type: 'json' };
import type { Ingredients } from './ingredients.js';

/** Encodings with the tokens of another and control tokens of their own. */
const SHARING: Readonly<
  Record<string, { readonly base: string; readonly specials: Readonly<Record<string, number>> }>
> = {
  o200k_harmony: { base: 'o200k_base', specials: harmony },
  p50k_edit: { base: 'p50k_base', specials: edit },
};

/** The texts of an encoding's tokens and control tokens, from its origin rather than from the files under test. */
export function wordsOf(encoding: string): Pick<Ingredients, 'tokens' | 'specials'> {
  const sharing = SHARING[encoding];
  const origin = ORIGINS.find(({ name }) => name === (sharing?.base ?? encoding));
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
    specials: Object.keys(sharing?.specials ?? specials),
  };
}
