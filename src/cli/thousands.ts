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
