import { shown } from '../errors/index.js';
import type { Estimate, PricedEstimate, UnpricedEstimate } from '../estimate/index.js';
import { rational } from '../money/index.js';
import { moneyColumn, placesFor } from './money-text.js';
import { thousands } from './thousands.js';

const RANGE_DIGITS = 3;
// Said once under the table, where it holds for every row.
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['output-unbounded']);

/**
 * What a reader should know about one row: why it has no price, or what its price takes for granted.
 *
 * @param estimate - The row.
 *
 * @returns Sentences.
 */
export function rowNotes(estimate: Estimate): string[] {
  if (!estimate.priced) return [whyUnpriced(estimate)];
  const notes = [
    ...(estimate.exactness === 'approximate' ? [rangeOf(estimate)] : []),
    ...estimate.warnings.filter(({ code }) => !SAID_ELSEWHERE.has(code)).map(({ message }) => message),
  ];
  return [...new Set(notes)];
}

function rangeOf({ tokens, basis = '', currency, cost }: PricedEstimate): string {
  const parts = [basis];
  if (tokens)
    parts.push(`Between ${thousands(tokens.input.low)} and ${thousands(tokens.input.high)} tokens.`);
  const amounts = [rational(cost.low), rational(cost.high)];
  const ends = amounts.map((amount) => ({ currency, amount }));
  const places = placesFor(amounts, RANGE_DIGITS);
  parts.push(`Total between ${moneyColumn(ends, places).join(' and ')}.`);
  return parts.join(' ').trim();
}

function whyUnpriced({ requested, price }: UnpricedEstimate): string {
  if (price.reason !== 'unknown-model' || price.nearest.length > 0) return price.message;
  return `${shown(requested)} is not a known model; promptcost models lists those that are.`;
}
