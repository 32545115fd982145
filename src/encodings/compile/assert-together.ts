import { PromptCostError } from '../../errors/index.js';

/**
 * Refuses a merge list that returns to a token after others: `a bc`, `c d`, `ab c` makes `abc` first and third.
 *
 * Merging by the rank of what is made does all merges of one token at one priority, so that it is the same as merging by the list only
 * where they stand together there.
 *
 * @param mayScatter - Tokens of which no text can tell.
 */
export function assertTogether(
  merges: readonly (readonly [left: string, right: string])[],
  mayScatter: (token: string) => boolean = () => false,
): void {
  const seen = new Set<string>();
  let last = '';
  for (const [left, right] of merges) {
    const made = left + right;
    if (made === last) continue;
    if (seen.has(made) && !mayScatter(made)) {
      throw new PromptCostError(
        'unsupported-encoding',
        'The vocabulary is not one this engine can merge: its merge list comes back to a token after others.',
      );
    }
    seen.add(made);
    last = made;
  }
}
