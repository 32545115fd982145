import type { VocabularyFacts } from '../vocabulary/vocabulary.js';
import { normalizeSpaces } from './marked-spaces.js';
import { normalFormOf } from './normal-form.js';
import { type Normalized, normalizeTo } from './normalize.js';

/** What a vocabulary makes of a text before it reads it; `undefined` where it reads the text as it is. */
export function normalizedFor(
  text: string,
  { normalizer, characters }: VocabularyFacts,
): Normalized | undefined {
  if (characters) return normalizeSpaces(text, characters.prefix);
  const form = normalFormOf(normalizer);
  return form && normalizeTo(form, text);
}
