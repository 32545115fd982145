import { bytesOfBase64 } from '../../src/tokenize/text/base64.js';
import { readVocabulary } from '../../src/tokenize/vocabulary/read-vocabulary.js';
import type { Vocabulary } from '../../src/tokenize/vocabulary/vocabulary.js';

const read = new Map<string, Vocabulary>();

/** Names of the vocabulary files. */
export const VOCABULARIES = [
  'o200k_base',
  'cl100k_base',
  'deepseek_v3',
  'llama3',
  'qwen3',
  'mistral_v1',
  'tekken',
  'claude_legacy',
  'p50k_base',
  'r50k_base',
] as const;

/** The bytes of a vocabulary file. */
export async function packedVocabularyNamed(name: string): Promise<Uint8Array> {
  const { default: base64 } = (await import(`../../tokenizers/${name}.js`)) as { default: string };
  return bytesOfBase64(base64);
}

export async function vocabularyNamed(name: string): Promise<Vocabulary> {
  const known = read.get(name);
  if (known) return known;
  const vocabulary = readVocabulary(await packedVocabularyNamed(name));
  read.set(name, vocabulary);
  return vocabulary;
}
