import { checkFields, PromptCostError } from '../../errors/index.js';
import { bundledPrices } from '../bundled-prices.js';
import { parseInstant } from '../parse-instant.js';
import { type IndexedPrices, indexed } from '../price-table.js';
import type { Source } from '../types.js';
import type { ImportOptions } from './types.js';

const SHORTEST_REF = 3;

/** What an importer is told, with every default filled in. */
export interface CheckedOptions {
  readonly source: Source;
  /** The day of the source. */
  readonly at: Date;
  readonly prices: IndexedPrices;
}

/** An importer's options, checked at the door. */
export function checkedOptions(options: ImportOptions): CheckedOptions {
  checkFields('options', options, {});
  const { source, prices = bundledPrices } = options;
  checkFields('source', source, { ref: 'string', date: 'string' });
  if (source.ref.length < SHORTEST_REF) {
    throw new PromptCostError(
      'invalid-input',
      'An import needs its source: { ref: "BerriAI/litellm@<commit>", date: "2026-11-25" }.',
    );
  }
  return { source, at: parseInstant(source.date.slice(0, 10)), prices: indexed(prices) };
}
