import type { Currency } from '../meters/index.js';

const SIGN: Readonly<Record<Currency, string>> = { USD: '$', EUR: '€', CNY: 'CN¥' };

/**
 * An amount as a message shows it: every digit, since a limit may differ in the last.
 *
 * @param amount - A decimal string.
 * @param currency - Its currency.
 *
 * @returns `"$0.05"`.
 */
export function moneyText(amount: string, currency: Currency): string {
  return `${SIGN[currency]}${amount}`;
}
