import { type Ingredients, several } from './ingredients.js';

/** Tokens of the encoding itself, end to end or cut short, for the merges to fight over. */
export function joinedTokens({ random, tokens }: Ingredients): string {
  return several(random, 1, 10, () => {
    const token = random.pick(tokens);
    return random.once(4) ? token.slice(random.below(token.length)) : token;
  });
}
