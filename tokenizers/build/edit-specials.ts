import { readFileSync } from 'node:fs';
import { ORIGINS } from './origins.js';
import { readOpenAiRanks } from './read-openai-ranks.js';
import { originPath, readOrigin } from './read-origin.js';
import { sha256 } from './sha256.js';

const ORIGIN = { package: 'js-tiktoken', version: '1.0.21', file: 'dist/ranks/p50k_edit.cjs' } as const;
const SHA256 = 'a2ed9cd7cb1aae23f76fdff6f0b33ffccef119130d55d6455b03a3f905fd6c09';

/** The control tokens of `p50k_edit`, whose other tokens are those of `p50k_base`. */
export function editSpecials(): Readonly<Record<string, number>> {
  const data = readFileSync(originPath(ORIGIN));
  if (sha256(data) !== SHA256)
    throw new Error(`${ORIGIN.package}@${ORIGIN.version} ${ORIGIN.file} is not the file its hash names.`);
  const { tokens, ids, specials } = readOpenAiRanks(data.toString());
  const base = readOrigin(ORIGINS.find(({ name }) => name === 'p50k_base')!);
  if (tokens.join() !== base.tokens.join() || ids.join() !== base.ids.join())
    throw new Error('p50k_edit has other tokens than p50k_base.');
  return specials;
}
