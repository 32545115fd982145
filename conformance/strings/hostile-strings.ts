import type { Ingredients } from './ingredients.js';
import { ACROSS_WINDOWS, KINDS } from './kinds.js';
import { seeded } from './random.js';

/** A string with what it is called when it fails. */
export interface HostileString {
  readonly kind: string;
  readonly text: string;
}

/** One string in so many is a long one: 32 KiB windows are crossed, and a hundred thousand strings still end today. */
const LONG_EVERY = 500;

/**
 * Hostile strings, the kinds in turn.
 *
 * Each depends on the seed and its own number alone, so a longer run begins with the strings of a shorter one.
 */
export function* hostileStrings(
  count: number,
  seed: number,
  ingredients: Omit<Ingredients, 'random'>,
): Generator<HostileString> {
  const kinds = Object.entries(KINDS);
  for (let number = 0; number < count; number++) {
    const random = seeded(Math.imul(seed, 0x9e3779b1) + Math.imul(number, 0x85ebca6b));
    const isLong = number % LONG_EVERY === LONG_EVERY - 1;
    const [kind, make] = isLong
      ? (['across windows', ACROSS_WINDOWS] as const)
      : kinds[number % kinds.length]!;
    yield { kind, text: make({ ...ingredients, random }) };
  }
}
