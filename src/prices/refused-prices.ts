import { PromptCostError } from '../errors/index.js';
import type { Problem } from './plain-data.js';

const LONGEST = 400;

/**
 * The error for prices that cannot be used.
 *
 * @param problem - Where and why; both may hold words from outside.
 *
 * @returns An error of one line.
 */
export function refusedPrices({ path, reason }: Problem): PromptCostError {
  const where = `${path || 'the table'}: ${reason}`.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  const short = where.length > LONGEST ? `${where.slice(0, LONGEST)}…` : where;
  return new PromptCostError('invalid-prices', `These prices cannot be used: ${short}.`);
}
