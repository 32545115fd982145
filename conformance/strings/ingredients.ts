import type { Random } from './random.js';

/** What hostile strings are made of: chance, and texts that depend on Unicode's version or on the encoding. */
export interface Ingredients {
  readonly random: Random;
  /** Characters that Unicode 16 assigns, by range: the references know no later ones, though the runtime may. */
  readonly assigned: readonly (readonly [first: number, end: number])[];
  /** The texts of the encoding's control tokens. */
  readonly specials: readonly string[];
  /** The texts of the encoding's tokens, those that are whole characters. */
  readonly tokens: readonly string[];
}

/** Makes one string of a kind. */
export type Kind = (ingredients: Ingredients) => string;

/** That many parts (from `least` up to, not including, `end`) joined. */
export function several(random: Random, least: number, end: number, part: () => string): string {
  let text = '';
  for (let left = least + random.below(end - least); left > 0; left--) text += part();
  return text;
}
