import { unmetered } from './openai-tools.js';
import { countOf, type Fields, objectOf, used } from './read-field.js';
import type { Reading } from './types.js';

/**
 * Disjoint quantities of Cohere's usage: `billed_units` alone. `tokens` counts what the model saw, which is more, and `cached_tokens`
 * of it are not billed otherwise.
 */
export function cohereUsage(usage: Fields): Reading {
  const billed = objectOf(usage, 'billed_units');
  return {
    quantities: {
      input: countOf(billed, 'input_tokens'),
      output: countOf(billed, 'output_tokens'),
      ...used({ inputImage: countOf(billed, 'image_tokens') }),
    },
    warnings: [
      ...unmetered('search unit', countOf(billed, 'search_units')),
      ...unmetered('classification', countOf(billed, 'classifications')),
    ],
  };
}
