import { createRequire } from 'node:module';
import { bytesOfBase64 } from '../../src/tokenize/text/base64.js';
import { readVocabulary } from '../../src/tokenize/vocabulary/read-vocabulary.js';
import type { Vocabulary } from '../../src/tokenize/vocabulary/vocabulary.js';

const require = createRequire(import.meta.url);
const read = new Map<string, Vocabulary>();

/** Names of the vocabulary files. */
export const VOCABULARIES = ['o200k_base', 'cl100k_base'] as const;

export function vocabularyNamed(name: string): Vocabulary {
  const vocabulary = read.get(name) ?? readVocabulary(bytesOfBase64(require(`../../tokenizers/${name}.cjs`)));
  read.set(name, vocabulary);
  return vocabulary;
}
