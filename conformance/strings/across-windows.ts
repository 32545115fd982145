import type { Ingredients, Kind } from './ingredients.js';
import { longRuns } from './long-runs.js';

/** Texts of 30,000 to 70,000 characters: whatever is cut inside into windows of 32 KiB is cut in a thousand different places. */
export function acrossWindows(kinds: readonly Kind[]): Kind {
  return (ingredients: Ingredients): string => {
    const { random } = ingredients;
    const length = 30_000 + random.below(40_000);
    // One or two kinds a text, so that whole stretches are of one class.
    const chosen = [random.pick(kinds), random.pick(kinds)];
    let text = '';
    while (text.length < length)
      text += random.once(20) ? longRuns(ingredients) : random.pick(chosen)(ingredients);
    return text.slice(0, length);
  };
}
