import { type Ingredients, several } from './ingredients.js';

// Latin, Arabic-Indic, Devanagari, full-width; then numbers that are not decimal digits.
const NUMBERS = [...'0123456789', ...'٠١٢٣٤٥', ...'०१२३', ...'０１２９', ...'²½Ⅷⅸ⑳㊿〇', '𝟘', '𐄇'];
const BETWEEN = ['', '', '', '', ' ', ',', '.', '-', '/', ':', '\n', 'a', '%', '年', '\u0301'];

/** Numbers of every script, in runs of all lengths. */
export function digits({ random }: Ingredients): string {
  const latin = NUMBERS.slice(0, 10);
  const numbers = random.once(2) ? latin : NUMBERS;
  return several(random, 1, 30, () => random.pick(numbers) + random.pick(BETWEEN));
}
