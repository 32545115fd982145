import type { Part } from './tokenizer-json.js';

/** What `Whitespace` cuts a text into. The library reads a step of that name as if only ASCII had letters; a pattern it reads right. */
const WORDS: Part = {
  type: 'Split',
  pattern: { Regex: String.raw`\w+|[^\w\s]+` },
  behavior: 'Removed',
  invert: true,
};

/** The pre-tokenizer with its `Whitespace` steps as patterns. */
export function unicodeWords(step: Part | null): Part | null {
  if (step?.['type'] === 'Whitespace') return WORDS;
  if (step?.['type'] !== 'Sequence') return step;
  return { ...step, pretokenizers: (step['pretokenizers'] as readonly Part[]).map(unicodeWords) };
}
