import { countOf, type Fields } from './read-field.js';
import type { Reading } from './types.js';

/** Quantities of a reply of Ollama's own API. A prompt that Ollama still holds from the call before may be missing from its count. */
export function ollamaUsage(usage: Fields): Reading {
  return {
    quantities: { input: countOf(usage, 'prompt_eval_count'), output: countOf(usage, 'eval_count') },
    warnings: [],
  };
}
