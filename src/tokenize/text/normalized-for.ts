import type { VocabularyFacts } from '../vocabulary/vocabulary.js';
import { normalizeSpaces } from './marked-spaces.js';
import { type Normalized, normalizeNfc } from './normalize.js';

/** What a vocabulary makes of a text before it reads it; `undefined` where it reads the text as it is. */
export function normalizedFor(
  text: string,
  { normalizer, characters }: VocabularyFacts,
): Normalized | undefined {
  if (characters) return normalizeSpaces(text, characters.prefix);
  return normalizer === 'nfc' ? normalizeNfc(text) : undefined;
}
