import { PromptCostError } from '../errors/index.js';
import { checkEstimator, createEstimator, type Estimator } from '../estimate/index.js';
import type { ModelId } from '../models/index.js';
import { minifiedJson } from './minified-json.js';
import { countingEncoding } from './own-count.js';

/** The same text, written with fewer tokens. */
export interface LighterText {
  /** What was changed: a sentence. */
  readonly what: string;
  readonly text: string;
  /** Tokens of the new text, counted anew. */
  readonly tokens: number;
  /** Tokens fewer than before: above zero. */
  readonly saved: number;
}

const REWRITES: readonly { readonly what: string; readonly of: (text: string) => string | undefined }[] = [
  { what: 'JSON without the white space between its parts.', of: minifiedJson },
  // Only the first space of a run is tried, so that a long run is read once.
  { what: 'No white space at the ends of lines.', of: (text) => text.replace(/(?<![^\S\n])[^\S\n]+$/gm, '') },
  { what: 'At most one empty line in a row.', of: withoutEmptyLines },
  { what: 'No white space at the beginning and the end.', of: (text) => text.trim() },
];

function withoutEmptyLines(text: string): string {
  const isEmpty = (line: string | undefined): boolean => line?.trim() === '';
  return text
    .split('\n')
    .filter((line, index, lines) => !isEmpty(line) || !isEmpty(lines[index - 1]))
    .join('\n');
}

/**
 * Ways to write a text with fewer tokens and the same meaning: white space and the layout of JSON. Each is counted anew with the
 * model's encoding; what saves nothing is left out.
 *
 * The first of them is only offered where the whole text is JSON. Markdown gives two spaces at the end of a line a meaning, and some
 * texts are layout: which rewrite does no harm is the caller's to say.
 *
 * @param text - Any text.
 * @param model - The model that will read it.
 * @param estimator - Whose encodings count. Default: the bundled ones.
 *
 * @returns The largest saving first, the last entry may be all of them together. Throws `unknown-model`.
 *
 * @example
 * ```ts
 * const [best] = await lighterTexts('{\n  "a": [\n    1,\n    2\n  ]\n}', 'o1');
 * best; // { text: '{"a":[1,2]}', tokens: 7, saved: 10, … }
 * ```
 */
export async function lighterTexts(
  text: string,
  model: ModelId,
  estimator: Estimator = createEstimator(),
): Promise<LighterText[]> {
  if (typeof text !== 'string') throw new PromptCostError('invalid-input', 'lighterTexts reads a string.');
  checkEstimator(estimator);
  const encoding = await countingEncoding(estimator, model);
  const before = encoding.count(text);
  const texts = REWRITES.map(({ what, of }) => ({ what, text: of(text) ?? text }));
  const all = REWRITES.reduce((rewritten, { of }) => of(rewritten) ?? rewritten, text);
  if (!texts.some((each) => each.text === all)) texts.push({ what: 'All of these together.', text: all });
  return texts
    .map((each) => ({ ...each, tokens: encoding.count(each.text) }))
    .map((each) => ({ ...each, saved: before - each.tokens }))
    .filter(({ saved }) => saved > 0)
    .sort((a, b) => b.saved - a.saved);
}
