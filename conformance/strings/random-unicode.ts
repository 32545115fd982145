import { character } from './character.js';
import { type Ingredients, several } from './ingredients.js';

/** Characters of all of Unicode 16, with nothing in common. */
export function randomUnicode(ingredients: Ingredients): string {
  return several(ingredients.random, 1, 30, () => character(ingredients));
}
