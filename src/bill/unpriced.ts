import { PromptCostError, shown } from '../errors/index.js';
import type { Meter } from '../meters/index.js';
import { modelRecord } from '../models/index.js';
import type { Unpriced } from './types.js';
import type { Unknown } from './wanted.js';

/** What is known of a price that is not. */
export interface UnpricedFacts {
  readonly model: string;
  readonly missing?: readonly Meter[];
  readonly hosts?: readonly string[];
}

/**
 * A model that has no price here, with its successors and hosts.
 *
 * @param reason - Why.
 * @param what - The reason as a sentence: the seller, the model, the day.
 * @param facts - The model, the missing meters, the other hosts.
 *
 * @returns The answer in place of a price.
 */
export function unpriced(reason: Unpriced['reason'], what: string, facts: UnpricedFacts): Unpriced {
  const { model, missing = [], hosts = [] } = facts;
  const successors = modelRecord(model)?.successors ?? [];
  const ways = [
    ...(reason === 'retired' && successors.length > 0 ? [`Successors: ${successors.join(', ')}.`] : []),
    ...(hosts.length > 0 ? [`Sold then by ${hosts.join(', ')}: name one as provider.`] : []),
  ];
  return {
    priced: false,
    reason,
    missing,
    nearest: [],
    ...(successors[0] === undefined ? {} : { successor: successors[0] }),
    successors,
    hosts,
    message: [what, ...ways].join(' '),
    warnings: [],
  };
}

/**
 * An id that means no model.
 *
 * @param id - As the caller wrote it.
 * @param unknown - Known ids that look like it, or what it began to mean later.
 *
 * @returns The answer in place of a price.
 */
export function unknownModel(id: string, { nearest, floating }: Unknown): Unpriced {
  const way =
    nearest.length > 0 ? `Nearest: ${nearest.join(', ')}.` : 'listModels() has those that are known.';
  return {
    priced: false,
    reason: 'unknown-model',
    missing: [],
    nearest,
    successors: [],
    hosts: [],
    message: floating
      ? `What ${shown(id)} meant then is not known: it means ${floating.means} since ${floating.since}. Name a model.`
      : `Unknown model ${shown(id)}. ${way}`,
    warnings: [],
  };
}

/**
 * The error for a caller who wants a price or nothing.
 *
 * @param answer - Why there is none.
 *
 * @returns An `unknown-model` or `unpriced` error.
 */
export function unpricedError(answer: Unpriced): PromptCostError {
  return new PromptCostError(
    answer.reason === 'unknown-model' ? 'unknown-model' : 'unpriced',
    answer.message,
  );
}
