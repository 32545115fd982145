import { character } from './character.js';
import { type Ingredients, several } from './ingredients.js';

const UNITS = [
  'a',
  'A',
  ' ',
  '\n',
  '=',
  '-',
  '_',
  '0',
  '字',
  'あ',
  'é',
  'ab',
  ' a',
  '\r\n',
  '😀',
  'ha',
  '\u0301',
  '\t',
  '. ',
  '/',
];

/** One thing over and over, up to some hundred times. */
export function longRuns(ingredients: Ingredients): string {
  const { random } = ingredients;
  return several(random, 1, 4, () => {
    const unit = random.once(4) ? character(ingredients) : random.pick(UNITS);
    return unit.repeat(1 + random.below(random.once(10) ? 600 : 60));
  });
}
