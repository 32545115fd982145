import type { Warning } from '../../errors/index.js';
import { PromptCostError, shown } from '../../errors/index.js';
import type { Content, CountBand, Exactness, Framing, ModelRecord } from '../../models/index.js';
import type { Encoding } from '../../tokenize/index.js';
import type { TokenRange } from '../types.js';
import { factorsFor } from './factors-for.js';
import type { Memo } from './memo.js';

/** What the texts of a request are counted with, for one model. */
export interface Counter {
  readonly record: ModelRecord;
  readonly encoding: Encoding;
  /** Of the text alone. */
  readonly exactness: Exactness;
  readonly basis: string;
  /** From the tokens of the encoding to those of the model; only of an approximate count. */
  readonly band?: CountBand | undefined;
  readonly framing: Framing;
  readonly warnings: readonly Warning[];
  /** Of this counter's own counts. */
  readonly memo: Memo;
}

/**
 * The tokens of a text: the encoding's, times the factors of its content where the model's own vocabulary is closed.
 *
 * @param seen - Takes in the contents that decided the factors.
 */
export function textTokens(text: string, { encoding, band }: Counter, seen?: Set<Content>): TokenRange {
  if (text === '') return { low: 0, likely: 0, high: 0 };
  const tokens = encoding.count(text);
  if (!Number.isSafeInteger(tokens) || tokens < 0) {
    throw new PromptCostError(
      'invalid-input',
      `The count by ${shown(encoding.name)} is ${shown(tokens)}. Pass a whole number of at least 0.`,
    );
  }
  const { low, likely, high } = factorsFor(band, text, seen);
  return {
    low: Math.floor(tokens * low),
    likely: Math.round(tokens * likely),
    high: Math.ceil(tokens * high),
  };
}
