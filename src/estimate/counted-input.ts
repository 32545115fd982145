import { shown } from '../errors/index.js';
import type { Exactness, ModelRecord } from '../models/index.js';
import type { Encoding } from '../tokenize/index.js';
import { checkCount } from './check-request.js';
import type { TokenRange } from './types.js';

/** The input of one call, counted. */
export interface CountedInput {
  readonly tokens: TokenRange;
  readonly exactness: Exactness;
  /** The vocabulary that counted; absent when nothing of ours did. */
  readonly encoding?: string;
  readonly basis: string;
}

/**
 * The tokens of a prompt with an encoding, and how far they can be trusted for a model.
 *
 * The text's own tokens are the low and the likely number; the high one adds what the provider may put around one message. An
 * approximate model widens both ways by its band.
 *
 * @param isOwn - Whether the encoding is the caller's and not the model's.
 */
export function countPrompt(
  prompt: string,
  encoding: Encoding,
  record: ModelRecord,
  isOwn: boolean,
): CountedInput {
  const tokens = encoding.count(prompt);
  checkCount(`The count by ${shown(encoding.name)}`, tokens, 0);
  const band = isOwn ? undefined : record.band;
  const framing = record.framing?.high ?? 0;
  return {
    tokens: {
      low: Math.floor(tokens * (band?.low ?? 1)),
      likely: tokens,
      high: Math.ceil(tokens * (band?.high ?? 1)) + framing,
    },
    exactness: isOwn ? 'exact-text' : record.exactness,
    encoding: encoding.name,
    basis: isOwn ? `Counted with the caller's own tokenizer, ${encoding.name}.` : record.basis,
  };
}

/** A count made elsewhere: taken as it is. */
export function givenCount(tokens: number, basis: string): CountedInput {
  return { tokens: { low: tokens, likely: tokens, high: tokens }, exactness: 'exact', basis };
}
