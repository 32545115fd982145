import { PromptCostError } from '../../errors/index.js';
import type { StreamingEncoding } from '../../tokenize/index.js';

/**
 * Refuses an encoding that does not give the ids that another way of encoding gives, or whose count is not how many those are.
 *
 * @param texts - What to compare them on.
 */
export function assertSameTokens(
  encoding: StreamingEncoding,
  reference: (text: string) => readonly number[],
  texts: readonly string[],
): void {
  for (const [index, text] of texts.entries()) {
    const expected = reference(text);
    if (encoding.count(text) !== expected.length || encoding.encode(text).join() !== expected.join()) {
      throw new PromptCostError(
        'unsupported-encoding',
        `The compact form of ${encoding.name} differs from its origin on probe ${index}. Nothing was written; please report this.`,
      );
    }
  }
}
