import { PromptCostError, shown } from '../errors/index.js';
import { type Rational, rational } from '../money/index.js';

/** A limit as a caller wrote it: a plain decimal string, not below zero. Anything else is a typed error. */
export function moneyLimit(limit: unknown): Rational {
  if (typeof limit === 'string' && /^\d{1,12}(?:\.\d{1,24})?$/.test(limit)) return rational(limit);
  throw new PromptCostError(
    'invalid-input',
    `The limit is ${shown(limit)}. Write a decimal string such as "0.05".`,
  );
}
