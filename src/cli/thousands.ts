/**
 * A whole number with its thousands apart.
 *
 * @param digits - A number, or its digits.
 *
 * @returns For example `"1,234,567"`.
 */
export function thousands(digits: number | string): string {
  return String(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * A number of things.
 *
 * @param number - How many.
 * @param noun - One of them.
 *
 * @returns For example `"1 letter"` and `"1,200 letters"`.
 */
export function counted(number: number, noun: string): string {
  return `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;
}
