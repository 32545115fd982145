import { type Ingredients, several } from './ingredients.js';

const HALVES = ['\ud800', '\udbff', '\udc00', '\udfff', '\ud83d', '\ude00'];
const OTHERS = ['a', ' ', '\n', '1', '.', '\u{1f600}', '\ufffd', '\ufeff', '\u0301', '字', "'s"];

/** Halves of characters without their other half, and pairs of them the wrong way round. */
export function loneSurrogates({ random }: Ingredients): string {
  return several(random, 1, 16, () => random.pick(random.once(2) ? HALVES : OTHERS));
}
