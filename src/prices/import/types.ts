import type { SellerFile } from '../seller-file.js';
import type { PriceTable, Source } from '../types.js';

/** What an importer is told beside the feed. */
export interface ImportOptions {
  /** Where the feed was read and on which day; candidates carry it as their only source. */
  readonly source: Source;
  /** What candidates are held against. Default: the prices in the package. */
  readonly prices?: PriceTable | undefined;
}

/** What a feed holds, sorted into what may be used and what is to be said about it. */
export interface ImportResult {
  /**
   * One file a seller, for `withPrices`. Every period is `reconstructed`, and begins at `null` unless the feed dates it: a
   * listing says what a price was on its day, not since when.
   */
  readonly candidates: readonly SellerFile[];
  /** Whatever is not in a candidate is named here, and whatever is in one and odd. */
  readonly findings: readonly Finding[];
}

/**
 * What the gate found.
 *
 * - `unknown-model`: the id resolves to no model known here.
 * - `no-price`: no price of input and output.
 * - `unread-price`: a price that this importer has no meter or condition for.
 * - `not-a-number`: a price that is none.
 * - `sentinel`: a negative price, which stands for "it depends".
 * - `zero-unknown`: 0 where nothing says that it is free.
 * - `long-decimal`: more than 12 decimals of a unit: noise of floats, a fraction, or a rounded price.
 * - `wrong-unit`: a token for more than 0.001: a price per thousand or million read as one per token.
 * - `output-below-input`: a chat model whose output is cheaper than its input.
 * - `swapped`: input and output the other way round than in the table.
 * - `cache-not-below-input`: cached input as dear as input, or dearer.
 * - `other-currency`: 6.6 to 7.3 times the price in dollars: yuan.
 * - `big-change`: more than 3 times off the table, with no date of its own.
 * - `copied-price`: one pair of prices for three models or more that have different ones here.
 * - `conflicting-rows`: two rows for one model at one seller, with different prices.
 * - `broken-rule`: what no seller file may hold, such as a date that is none.
 * - `condition-without-base`: a price under a condition (batch, a region) for which the feed has no plain one.
 */
export type FindingCode =
  | 'unknown-model'
  | 'no-price'
  | 'unread-price'
  | 'not-a-number'
  | 'sentinel'
  | 'zero-unknown'
  | 'long-decimal'
  | 'wrong-unit'
  | 'output-below-input'
  | 'swapped'
  | 'cache-not-below-input'
  | 'other-currency'
  | 'big-change'
  | 'copied-price'
  | 'conflicting-rows'
  | 'condition-without-base'
  | 'broken-rule';

/** One thing to know about one row of a feed. */
export interface Finding {
  readonly code: FindingCode;
  /**
   * - `refused`: the offer is wrong, and no candidate.
   * - `left-out`: a row or a rate that is in no candidate, and need not be wrong.
   * - `noted`: it is in a candidate; look at it.
   */
  readonly verdict: 'refused' | 'left-out' | 'noted';
  /** The seller as this library names it; as the feed does where the model is not known. */
  readonly provider: string;
  /** The canonical id; the feed's where it is not known. */
  readonly model: string;
  /** Where it stands in the feed, e.g. `"wandb/deepseek-ai/DeepSeek-R1-0528.input_cost_per_token"`. */
  readonly path: string;
  /** A sentence with the numbers that disagree. */
  readonly message: string;
}
