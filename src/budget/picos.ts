import { PromptCostError, shown } from '../errors/index.js';
import { fromSteps, type Rounding, rational, toDecimal, toSteps } from '../money/index.js';
import type { Picos } from './store.js';

/** Decimal places of a pico. */
const PLACES = 12;
const DECIMAL = /^\d+(?:\.\d{1,12})?$/;
// Signed 64-bit integers, which shared stores count in, end at 9,223,372: the rest is room for overruns.
const MOST: Picos = 9_000_000n * 10n ** 12n;

/**
 * An amount of money on the ledger's grid.
 *
 * @param amount - A decimal string, not below zero.
 * @param rounding - A hold goes `'up'`, a settle `'half-even'`.
 *
 * @returns Whole picos.
 */
export function picosOf(amount: string, rounding: Rounding): Picos {
  return toSteps(rational(amount), PLACES, rounding);
}

/**
 * Picos as a person and a Bill write them.
 *
 * @param picos - Whole picos.
 *
 * @returns A decimal string: `"0.05"`.
 */
export function decimalOf(picos: Picos): string {
  return toDecimal(fromSteps(picos, PLACES));
}

/**
 * A limit as a caller wrote it, checked at the door.
 *
 * @param limit - From outside: only a plain decimal string will do. A JS number would already have been rounded.
 * @param name - What the limit is called in the message.
 *
 * @returns Whole picos, the limit exactly.
 */
export function limitOf(limit: unknown, name: string): Picos {
  const text = typeof limit === 'string' && limit.length <= 40 ? limit : '';
  if (!DECIMAL.test(text)) {
    throw new PromptCostError(
      'invalid-input',
      `${name} is ${shown(limit)}. Write a decimal string such as "0.05": not below 0, without exponent, at most 12 decimals.`,
    );
  }
  const picos = picosOf(text, 'up');
  if (picos > MOST) {
    throw new PromptCostError(
      'invalid-input',
      `${name} is ${shown(limit)}. The most a cap can be is 9000000.`,
    );
  }
  return picos;
}
