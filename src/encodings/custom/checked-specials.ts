import { checkFields, PromptCostError, reading, shown } from '../../errors/index.js';
import { HIGHEST_ID } from './vocabulary-limits.js';

/**
 * Control tokens as the caller gave them, checked: each has a text, and an id that nothing else has.
 *
 * @param specials - Text → id.
 * @param ids - The ids of the other tokens.
 */
export function checkedSpecials(specials: unknown, ids: readonly number[]): Readonly<Record<string, number>> {
  checkFields('specials', specials, {});
  const used = new Set<unknown>(ids);
  const checked = reading('specials', () => Object.entries(specials as Record<string, unknown>));
  for (const [text, id] of checked) {
    if (text === '') throw new PromptCostError('invalid-input', 'A control token has no text.');
    if (!Number.isInteger(id) || (id as number) < 0 || (id as number) > HIGHEST_ID) {
      throw new PromptCostError(
        'invalid-input',
        `The control token ${shown(text)} has the id ${shown(id)}, not a whole number of 0 to ${HIGHEST_ID}.`,
      );
    }
    if (used.has(id)) {
      throw new PromptCostError(
        'invalid-input',
        `The control token ${shown(text)} has the id ${id}, which another token has, too.`,
      );
    }
    used.add(id);
  }
  // Without a prototype: a token may be named `__proto__`.
  return Object.assign(Object.create(null), Object.fromEntries(checked)) as Record<string, number>;
}
