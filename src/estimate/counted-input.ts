import type { Warning } from '../bill/index.js';
import { shown } from '../errors/index.js';
import type { CountBand, Exactness, ModelRecord } from '../models/index.js';
import type { TokenRange } from '../request/index.js';
import { checkCount } from './check-request.js';
import { factorsFor } from './factors-for.js';
import type { FoundEncoding } from './find-encoding.js';

/** The input of one call, counted. */
export interface CountedInput {
  readonly tokens: TokenRange;
  readonly exactness: Exactness;
  /** The vocabulary that counted; absent when nothing of ours did. */
  readonly encoding?: string;
  readonly basis: string;
  readonly warnings: readonly Warning[];
}

/**
 * The tokens of a prompt with an encoding, and how far they can be trusted for a model.
 *
 * The text's own tokens, times the likely factor of an approximate model, are the likely number. The low one goes down by its
 * band; the high one goes up by it, and adds what the provider may put around one message.
 *
 * @param found - The encoding, and what it is to the model.
 */
export function countPrompt(prompt: string, found: FoundEncoding, record: ModelRecord): CountedInput {
  const { encoding, standing } = found;
  const tokens = encoding.count(prompt);
  checkCount(`The count by ${shown(encoding.name)}`, tokens, 0);
  const label = labelOf(found, record);
  const { low, likely, high } = factorsFor(label.band, prompt);
  const framing = record.framing?.high ?? 0;
  return {
    tokens: {
      low: Math.floor(tokens * low),
      likely: Math.round(tokens * likely),
      high: Math.ceil(tokens * high) + framing,
    },
    exactness: label.exactness,
    encoding: encoding.name,
    basis: label.basis,
    warnings: standing === 'fallback' ? [notAdded(encoding.name, record)] : [],
  };
}

function notAdded(name: string, { id, encoding }: ModelRecord): Warning {
  const message = `${id} is counted with ${name} in place of ${encoding}, which is not at hand.`;
  return { code: 'encoding-not-added', message };
}

interface Label {
  readonly exactness: Exactness;
  readonly basis: string;
  readonly band?: CountBand | undefined;
}

function labelOf({ encoding, standing }: FoundEncoding, record: ModelRecord): Label {
  if (standing === 'own') {
    return {
      exactness: 'exact-text',
      basis: `Counted with the caller's own tokenizer, ${encoding.name}.`,
    };
  }
  if (standing === 'fallback') return { exactness: 'approximate', ...record.fallback! };
  return record;
}

/** A count made elsewhere: taken as it is. */
export function givenCount(tokens: number, basis: string): CountedInput {
  return { tokens: { low: tokens, likely: tokens, high: tokens }, exactness: 'exact', basis, warnings: [] };
}
